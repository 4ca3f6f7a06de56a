// Made from openapi/ by npm run generate; edit the contract instead.
export interface paths {
  readonly '/api/v1/instances': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List instances, newest first
     * @description The seller's product, an operator or the console looks for instances (实例).
     *     Filters are joined by and; without any, test and real, living and released instances of all addresses come, by `createdAt` from the newest. An id that no instance has gives an empty list. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listInstances']
    readonly put?: never
    /**
     * Import an instance that was sold before Koogate
     * @description The seller hands over what was sold before Koogate answered the store (存量客户): the instance with its plan, its expiry, how the buyer gets in, and every order that was applied to it. Calls of the store find it from then on, and one that repeats an order of it changes nothing.
     *     It is refused with 409 if the instance was bought by another order, or one of its orders bought or changed another instance. Real instances only; `npm run import` takes a CSV file.
     */
    readonly post: operations['importInstance']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /**
     * Show one instance with its history
     * @description The seller's product, an operator or the console reads one instance (实例): state, expiry, order, how the buyer gets in, and what happened to it.
     *     Released instances are shown too. The buyer's private data are masked unless the token has the scope `personal`; the password is never shown.
     */
    readonly get: operations['getInstance']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}/app-info': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Set how the buyer gets into an instance
     * @description The seller's product or an operator reports how the buyer gets in (应用信息). This completes manual provisioning: an instance that is `provisioning` or `failed` becomes `active`, and the next `queryInstance` of the store hears `000000`.
     *     An `active` or `frozen` instance keeps its state and only shows the new values. The body replaces what was there as a whole, but a `password` that is left out stays. A released instance refuses with 409.
     */
    readonly put: operations['putAppInfo']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}/usage-info': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Set the usage that queryInstance shows
     * @description The seller's product reports what has been used (使用量). From then on `queryInstance` shows it to the store, and the store to the buyer; nothing is billed by it.
     *     The list replaces the one that was there, which is told as `instance.changed`. The state of the instance does not matter, but a released instance refuses with 409.
     */
    readonly put: operations['putUsageInfo']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}/metadata': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Set the seller's own id and words of an instance
     * @description The seller's product or an operator keeps its own id (`externalId`) and further words (`metadata`) with an instance, so that it is found by them later. The store never hears of them.
     *     The body replaces what was there as a whole. A released instance takes them too. It is told as `instance.changed`.
     */
    readonly put: operations['putMetadata']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}/provisioning-failed': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Report that a purchase cannot be made
     * @description The seller's product or an operator reports that an instance which is `provisioning` cannot be made: it becomes `failed`, its ask is over, and the store is told the code at its next call of `newInstance`. What was bought stays refused until a later call of the store begins anew, or `PUT …/app-info` reports that it was made after all.
     *     An instance that is in use is refused with 409, and so is a released one.
     */
    readonly post: operations['reportProvisioningFailed']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/instances/{instanceId}/timeline': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /**
     * List what happened to an instance, newest first
     * @description An operator or the console reads in one list what is kept of an instance (时间线): the store's calls about it or with one of its orders, its changes, the events told of it, of its usage and of its orders, what was sent of the newest 500 of these to webhook endpoints, its usage windows, the calls to the store about its orders, what the product was asked, and what was done by this API.
     *     The last, `audit`, needs the scope `admin`: to a token without it these entries are left out, and to ask for them alone is refused with 403. Each entry says where the whole of it is read (`ref`). A cursor belongs to the `kind` that it came from.
     */
    readonly get: operations['listInstanceTimeline']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/find': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Find what an id is, wherever it was copied from
     * @description An operator or the console gives an id as it was copied from the seller center (卖家中心), a log or a mail, with blanks around it or without, and learns what it is: an instance by its id, its order, order line, business id or external id; an order; a license, by its code or event too; a tenant, an application or a user of the kit; a call, an event, a webhook endpoint or attempt, an alarm, a usage window, a call to the store, an ask, a reconciliation or a drift.
     *     Only exact matches count, at most 20 of each kind; an id may be several things, also at several sites or in test calls. Where it is nothing of these, the newest call that names it as its instance, order or tenant is the match; what nothing knows gets an empty list. Tokens and entries of the audit, these by the request id (`X-Request-Id`) too, are found with the scope `admin` alone. Codes and user names are looked up by their keyed hash.
     */
    readonly get: operations['findById']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/imports/{site}/{kind}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The site of the store.
         * @example china
         */
        readonly site: string
        /**
         * @description What was sold.
         * @example saas
         */
        readonly kind: components['schemas']['ImportKind']
      }
      readonly cookie?: never
    }
    /**
     * Show whether an import is open
     * @description An operator or the console asks whether what was sold before Koogate is being imported. It is closed until somebody opens it.
     */
    readonly get: operations['getImport']
    /**
     * Open or close an import
     * @description An operator opens the import before the address is switched, and closes it when everything is in. While that of `saas` is open, a SaaS V1 purchase whose order nobody knows is made but not provisioned, and flagged *maybe sold before*: the store calls in V1 for old orders too, when the buyer opens the page of the resource. It waits for the import of its order, for `PUT …/app-info`, or for the import to be closed. Other kinds are kept and hold nothing up: their purchases are called once.
     */
    readonly put: operations['putImport']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/orders': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List orders, newest first
     * @description The seller's product, an operator or the console looks for orders (订单), one item for each order line, by `createdAt` from the newest: those that bought or changed an instance, and those that the store only notified (`orderNotify`).
     *     Filters are joined by and; a value that no order has gives an empty list. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listOrders']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/orders/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    /**
     * Show one order
     * @description The seller's product, an operator or the console reads one order line (订单行): what the store says of it, and the instances that it bought or changed.
     *     Names and addresses of the buyer are masked to a token without the scope `personal`.
     */
    readonly get: operations['getOrder']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/orders/{id}/refresh': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Ask the store for an order again
     * @description An operator has an order read from the store now (查询订单), a `refused` one too, after the credentials were put right for instance. Its instance is completed as at the first time.
     *     It is refused with 409 where the store cannot be asked: without `KOOGATE_STORE_AK` and `KOOGATE_STORE_SK`, for the order of a test call, and for one of SaaS V1 or License 1.0, which the call itself told. The store is called while the caller waits, up to 20 s.
     */
    readonly post: operations['refreshOrder']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Report pay-per-use usage that the store bills
     * @description The seller's product reports what buyers of pay-per-use instances (按需实例) used, 1 to 1,000 records at once. Koogate sums up the records of one instance, begin and end to one usage record of the store (话单), and pushes it once it is over; see the page *Usage* of the guide.
     *     Each record has an outcome of its own: a bad one is refused with its reason, and the others are taken. The answer is 200 as soon as the request itself is well formed. What was taken is neither lost nor billed twice, whatever happens afterwards; if it cannot be delivered, an event and an alarm tell so with the amount.
     *
     *     A record is about an amount and a time. Nothing about a person belongs into it, and no secret: unknown members are refused with 400.
     *     Usage of a released instance is taken as long as it ends before the release: the last hour of a buyer who leaves arrives afterwards.
     */
    readonly post: operations['reportUsage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/windows': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List usage as the store is told it, newest first
     * @description An operator, the console or the product looks for what becomes of usage: each item is one usage record of the store (话单), the sum of what was reported for one instance, begin and end.
     *     Filters are joined by and; an unknown query parameter is refused with 400.
     */
    readonly get: operations['listUsageWindows']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/windows/{meteringSn}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Koogate's id of the usage record (话单唯一标识), which the store knows it by.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly meteringSn: components['parameters']['PathMeteringSn']
      }
      readonly cookie?: never
    }
    /**
     * Show one usage record of the store with what was reported for it
     * @description An operator or the product looks at one usage record of the store (话单): what it is the sum of, how often it was pushed, and what the store said last.
     */
    readonly get: operations['getUsageWindow']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/waiting': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List usage that the store has not taken, what expires first first
     * @description An operator or the console looks for usage that is at risk: each item is one usage record of the store (话单) that is neither taken nor over, in the order of the times at which they are given up as expired.
     *     Filters are joined by and; an unknown query parameter is refused with 400.
     */
    readonly get: operations['listWaitingUsage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/days': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Sum the usage of an instance by day
     * @description An operator or the console sees how the usage of one instance has gone, and what of it the store has not taken. A day is one in Beijing, in which the usage begins; days without usage are left out. What was taken back is not counted.
     *     Of several instances there is no sum, since each has a unit of its own. At most 92 days are summed: `from` earlier than that before `until` is refused with 400.
     */
    readonly get: operations['getUsageDays']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/summary': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Count what the store is still to be told, and what holds it up
     * @description An operator, the console or a monitoring system looks at how much usage waits, how old it is, and which pushes are held up. Of one instance (`instanceId`) what is over is counted too.
     */
    readonly get: operations['getUsageSummary']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/retry': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Push usage again that was held or parked
     * @description An operator has pushed again what is parked or held, once its cause is mended: one, or all that match. With `dryRun` they are only counted, which is what to do first. Pauses of the pushes concerned end with it.
     *     Each keeps its `meteringSn`, so the store takes it once. What is taken, expired or void is not touched, nor what is being sent.
     */
    readonly post: operations['retryUsage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/usage/void': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take back usage that the store has not taken
     * @description An operator takes back usage that was wrong and that the store has not taken: one, or all that match. With `dryRun` they are only counted, which is what to do first. It is never pushed then, and its instance, begin and end are free for other usage, under other `recordId`s.
     *     What is taken or expired is not touched, nor what is being sent; and what may have been taken, since no answer came to an attempt, only with `uncertain`: voided and reported anew, it may be billed twice.
     */
    readonly post: operations['voidUsage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/orders/{id}/delivery': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Note a step of service supervision (服务监管)
     * @description An operator notes how far a supervised order is, because the store has no interface for it: what is done in the seller centre (交付管理 > 服务监管) is noted here by hand. The steps may come in any order, and a step may be noted again; the last one counts.
     *     Koogate reminds: when nothing has happened for 5 days, which is when the other side may appeal (申诉), the order has an `attention`, there is the alarm `order.idle`, and the event `order.delivery.idle`. Hardware that was signed for 10 days ago is noted as accepted, as the store does. In SaaS V1 the call that brings `acceptanceTime` notes the acceptance.
     *     At an address with `supervised: true` a checklist begins with the order notification and with the purchase of V1; elsewhere with the first step that is noted.
     */
    readonly post: operations['noteDelivery']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List reconciliations, newest first
     * @description An operator or the console looks at what was compared with the store (对账), by `createdAt` from the newest. They are kept for 90 days.
     */
    readonly get: operations['listReconciliations']
    readonly put?: never
    /**
     * Compare orders and instances with the store
     * @description An operator has what Koogate keeps compared with the order query (查询订单). The request begins it; it goes on in the background, order by order at a bounded rate, also after a restart, and one at a time for each site. What does not agree is listed as drifts, and nothing is changed until somebody applies a repair.
     *     The order query gives one order by its id; it lists none, tells no state of payment, and of an unsubscription (退订) not what it is about. So the orders are those that Koogate knows, those that only a refused call of the store has named, and those of `orderIds`. A refund is seen where the order itself has become an `UNSUBSCRIBE`, or a call to release named it. Orders of SaaS V1 and License 1.0 and test orders are not asked for. What came less than 15 minutes ago is not judged: it may still be under way.
     */
    readonly post: operations['createReconciliation']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/usage-bill': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Compare usage with a bill of the store
     * @description An operator sends the file of usage records that the console gives (话单管理), as it was downloaded: no interface reads usage back. Koogate lists what the store has and was not sent, and the reverse.
     *     Columns are found by their headers, in Chinese or English, in any order; a parameter names one that is called otherwise. `instanceId`, `beginTime`, `endTime` and `value` are needed: where one is missing, or a record cannot be read, the file is refused with 400 and nothing is kept. The file is CSV with commas, semicolons or tabs, in UTF-8 or UTF-16 with or without a byte order mark, or GBK (GB 18030), up to 16 MiB. Download it whole, not filtered by product or instance: what it lacks would be taken for not billed.
     */
    readonly post: operations['reconcileUsageBill']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    /**
     * Show one reconciliation
     * @description An operator or the console reads how far a reconciliation is, and what it found.
     */
    readonly get: operations['getReconciliation']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/{id}/cancel': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * End a reconciliation that runs
     * @description An operator ends a reconciliation. Drifts that it found stay, and may be applied.
     */
    readonly post: operations['cancelReconciliation']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/{id}/drifts': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    /**
     * List what does not agree, newest first
     * @description An operator or the console looks through the drifts of a reconciliation. Filters are joined by and.
     */
    readonly get: operations['listDrifts']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/{id}/drifts/{driftId}/apply': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
        /**
         * @description The drift, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c11
         */
        readonly driftId: components['parameters']['PathDriftId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Repair one drift
     * @description An operator has a repair applied. The store is asked for the order again first: what is no longer so is `gone`, and nothing is done. The change is told, and audited, as any other; it is committed together with the end of the drift, so that it is made once.
     *     One whose `repair` is `none`, and one that somebody is repairing, is refused with 409. With `send_again` look at `usage.value` first: the older interface validates in the background, so a record that the store took may be missing from the bill for days and be there in the end; if the store has it after all, it refuses the new one as a repeat, and it is parked.
     */
    readonly post: operations['applyDrift']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/reconciliations/{id}/apply': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Repair all drifts that match
     * @description An operator has every drift repaired that matches, each as by itself. With `dryRun` they are only counted, and the usage that would be sent again is summed up, which is what to do first.
     *     The request works for up to 45 s; `remaining` says how many are left for another one.
     */
    readonly post: operations['applyDrifts']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/licenses': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List licenses, newest first
     * @description The seller's product, an operator or the console looks for licenses (授权) of every generation, by `createdAt` from the newest.
     *     Filters are joined by and; a value that no license has gives an empty list. An unknown query parameter is refused with 400. A license itself is never shown, and a code in clear to the scope `personal` only.
     */
    readonly get: operations['listLicenses']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/licenses/{licenseId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The license, by Koogate's id of it.
         * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
         */
        readonly licenseId: components['parameters']['PathLicenseId']
      }
      readonly cookie?: never
    }
    /**
     * Show one license and its state
     * @description The seller's product, an operator or the console reads one license (授权): its state, its period, and whether the store has it.
     *     The license itself is never shown, and a code in clear to the scope `personal` only.
     */
    readonly get: operations['getLicense']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/licenses/{licenseId}/content': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The license, by Koogate's id of it.
         * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
         */
        readonly licenseId: components['parameters']['PathLicenseId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Put the license that was asked for
     * @description The seller's product or an operator hands over a license that is `provisioning` or `failed`; it becomes `active`. An online license (A) is then uploaded to the store; one of License 1.0 (B) leaves with the next `getLicense`, which the store sends hourly for three hours.
     *     A license that is made stays as it is: another content is refused with 409, unless the store refused the one before. So are a released license, one of a released instance, one of A while its instance is frozen, and a code, which the store made.
     */
    readonly put: operations['putLicenseContent']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/license-codes/activate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Activate codes that buyers brought (激活授权码)
     * @description The seller's product or an operator activates up to 100 codes of License 2.0 at the store, and keeps each that is active as a license. The store takes many at once or none (inferred): if one of them spoils the call, they are activated one by one, so that the others are active all the same.
     *     A code that the buyer has not received yet (`not_yet`), and one that the store had no time for (`failed`), is sent again later; the others are decided. The caller waits for the store, up to a minute; what is not done by then is `failed`.
     *     It is refused with 409 where the store cannot be asked, because the access keys of the account are not set.
     */
    readonly post: operations['activateLicenseCodes']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/license-codes/check': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Ask whether a code may be used (查询授权码)
     * @description The seller's product asks each time its software is started or signed in to under a code of License 2.0. The first use of a day (Beijing) asks the store, as it demands (授权码心跳); what comes later on that day is answered from there, however many clients there are. A code that nobody uses is not asked about.
     *     The store is asked again on the same day, at most once a minute, where the code is not usable or has expired since, or where the store told something new of it, such as a renewal.
     *     While the store is away the last check answers, for `KOOGATE_CODE_CACHE_DAYS` days (3); after that the code is not usable.
     *     With `client` or `activeClients` the use is reported to the store (授权码软件使用统计), within a minute or two.
     */
    readonly post: operations['checkLicenseCode']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List tenants of the joint-operation kit, newest first
     * @description The seller's product, an operator or the console looks for tenants (租户), which are the buyers' enterprises.
     *     Filters are joined by and; without any, test and real, bound and deleted tenants of all addresses come, by `createdAt` from the newest. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listTenants']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants/{tenantId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    /**
     * Show one tenant with its bindings
     * @description The seller's product, an operator or the console reads one tenant (租户); a deleted one is shown too.
     *     A test tenant belongs to one address: if several addresses have one of this id and `test=true` comes without `address`, the request is refused with 400, which names them.
     */
    readonly get: operations['getTenant']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants/{tenantId}/applications': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    /**
     * List the applications of a tenant, newest first
     * @description The seller's product, an operator or the console reads which applications (应用) a tenant has, deleted ones too. The secret is never shown.
     *     A test tenant belongs to one address: if several addresses have one of this id and `test=true` comes without `address`, the request is refused with 400, which names them.
     */
    readonly get: operations['listTenantApplications']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants/{tenantId}/users': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    /**
     * List the users of a tenant, newest first
     * @description The seller's product, an operator or the console reads who may use an application, and who might once. Private members are masked unless the token has the scope `personal`.
     *     A test tenant belongs to one address: if several addresses have one of this id and `test=true` comes without `address`, the request is refused with 400, which names them.
     */
    readonly get: operations['listTenantUsers']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants/{tenantId}/departments': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    /**
     * List the departments of a tenant, newest first
     * @description The seller's product, an operator or the console reads the departments (部门) of a tenant, flat, with those that are absent or deleted.
     *     A test tenant belongs to one address: if several addresses have one of this id and `test=true` comes without `address`, the request is refused with 400, which names them.
     */
    readonly get: operations['listTenantDepartments']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tenants/{tenantId}/departments/tree': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    /**
     * Show the departments of a tenant as trees
     * @description The seller's product or the console reads the present departments (部门) of a tenant, one tree for each binding, the newest binding first.
     *     A page holds fewer trees than its limit where together they have more than 50,000 departments. A tree ends at 100 levels.
     *     A test tenant belongs to one address: if several addresses have one of this id and `test=true` comes without `address`, the request is refused with 400, which names them.
     */
    readonly get: operations['listTenantDepartmentTrees']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/sso/exchange': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Exchange a sign-on code for the user
     * @description The seller's product has a user's browser come back from Koogate with `code`, and asks here, server to server, who the user is, what enterprise, what it bought, and whether the user may use it.
     *     A code that is unknown, was exchanged before, or is older than a minute is 404: the user signs in again. Koogate keeps a session of which the product remembers `session.id`.
     *     What is told is personal, so the token needs the scope `personal`, and the audit notes it. An `Idempotency-Key` is refused with 400: a code is good once.
     */
    readonly post: operations['exchangeSsoCode']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/sso/sessions/{sessionId}/refresh': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Id of the session, `session.id` of the exchange.
         * @example 5b0f6c0e-6f0e-4c39-9a63-0a4b2f0d7c11
         */
        readonly sessionId: components['parameters']['PathSsoSessionId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Report that a signed-on user is active
     * @description The seller's product says that the user still works, a few times an hour at most, and hears what the user may use now. Koogate renews the access token when it is about to expire (accesstoken续期): only so, since a session of a user who has gone is not to live on.
     *     404: there is no such session any more. The user has signed out, was inactive for too long, or the auth centre refuses to renew: the product ends its own session, and the user signs in again. With the auth centre away the session goes on.
     */
    readonly post: operations['refreshSsoSession']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/messages': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the calls of the store, newest first
     * @description An operator or the console looks for calls of the store (接口消息), re-runs among them, by `receivedAt` from the newest. Every call whose signature was verified is kept; of the others only a sample is.
     *     Filters are joined by and. Bodies and answers are left out, read them one by one. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listMessages']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/messages/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathMessageId']
      }
      readonly cookie?: never
    }
    /**
     * Show one call of the store and its answer
     * @description An operator or the console reads what the store said and what it was answered. Private values are masked in both, whatever the token may see elsewhere; an id that is not a UUID is refused with 400.
     */
    readonly get: operations['getMessage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/messages/{id}/rerun': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathMessageId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Run a kept call of the store again
     * @description An operator runs a kept call again, after its cause was put right for instance, without waiting for the store. The kept body goes through the same rules as the first time: what was applied before is not applied twice, and a released instance stays released.
     *     The re-run is a message of its own that points to the first in `rerunOf`; signature, timestamp and nonce are not asked again. The HTTP status is 200 even if the call is refused, read `answer.resultCode`. A message whose signature could not be verified is refused with 409, and so is one whose address or operation is not there any more.
     *     The store does not learn of it; it hears the new state at its next attempt, or after it was restarted (重新启动) in the seller console.
     */
    readonly post: operations['rerunMessage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/message-reruns': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List re-runs of whole sets, newest first
     * @description An operator or the console looks at the sets of kept calls that were run again, by `createdAt` from the newest. They are kept as long as the audit.
     */
    readonly get: operations['listMessageReruns']
    readonly put?: never
    /**
     * Run all kept calls that match again
     * @description An operator runs again all kept calls that match the filters of `listMessages`, after a cause was put right for instance. With `dryRun` they are only counted, which is what to do first: the answer has the true count, how many would be run, and how many are passed over and why, with examples.
     *     The request begins it; it goes on in the background, also after a restart, one call after the other, the oldest first, at a bounded rate. The set is fixed when it begins: neither calls that come later nor its own re-runs are in it. Each call is run once, whatever happens to the process. When its turn comes, a call is judged once more, so what is run may be less than `toRun`: `skippedSince` says why. What has come between a dry run and the run is counted by the run anew; the `createdAt` of the dry run as `to` keeps it out.
     *     A set that could not be counted to its end (`exact` is `false`) is refused with 409, and so is a second one while one runs. Each re-run is a message of its own, as by `rerunMessage`, and the store does not learn of it. Purchases that have failed for about three hours the store has refunded, and no call says so: leave them out by `from` or `activity` unless you have looked at their orders in the seller console.
     */
    readonly post: operations['createMessageReruns']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/message-reruns/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    /**
     * Show one re-run of a whole set
     * @description An operator or the console reads how far it is, and what came of it so far.
     */
    readonly get: operations['getMessageRerun']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/message-reruns/{id}/cancel': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * End a re-run of a whole set
     * @description An operator ends a re-run. The call whose turn it is comes to its end; those that wait are not run, and what was run stays so.
     */
    readonly post: operations['cancelMessageRerun']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/message-reruns/{id}/messages': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    /**
     * List the calls of a re-run, newest first
     * @description An operator or the console reads what came of each call: which were refused, and with which answer. Those that were passed over from the start are not among them. They are kept for 90 days after its end.
     */
    readonly get: operations['listRerunMessages']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/outbound-calls': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the calls to the store, newest first
     * @description An operator or the console looks for calls to the open APIs of the store (开放接口), by `at` from the newest. Every attempt is kept, for 90 days unless the settings say otherwise; a call that another host had to take is two of them.
     *     Filters are joined by and. What was said is left out, read it one by one. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listOutboundCalls']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/outbound-calls/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The attempt.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathOutboundCallId']
      }
      readonly cookie?: never
    }
    /**
     * Show one call to the store and its answer
     * @description An operator or the console reads what the store was asked and what it answered. Private values are masked in both, whatever the token may see elsewhere; keys and signatures are not kept.
     */
    readonly get: operations['getOutboundCall']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/alarms': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List alarms, newest first
     * @description An operator, the console or a monitoring system looks for what somebody has to look at (告警), by `since` from the newest. There is one alarm for each cause, however often it comes; it is logged once, as a warning, and `koogate_alarms` of `/metrics` counts the open ones by key.
     *     Filters are joined by and; without any, open and cleared alarms come. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listAlarms']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/alarms/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Koogate's id of the alarm.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathAlarmId']
      }
      readonly cookie?: never
    }
    /**
     * Show one alarm
     * @description An operator or the console reads one alarm (告警), open or cleared.
     */
    readonly get: operations['getAlarm']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/alarms/{id}/clear': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Koogate's id of the alarm.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathAlarmId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Clear an alarm by hand
     * @description An operator has looked at the cause of an alarm (告警) and closes it. It changes nothing else; if the cause comes again, a new alarm is raised and logged.
     *     Alarms whose cause Koogate sees go away are cleared by Koogate.
     */
    readonly post: operations['clearAlarm']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/overview': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report what needs a person now
     * @description An operator or the console sees what needs a person, the worst first: orders that the store will refund, dial tests (拨测) that fail, failed orders, usage that will be lost, endpoints that fail, signatures that do not hold, and the open alarms beside these; and what stands behind it. Where `items` is empty, nothing needs anybody.
     *     Counts stop at a bound, so the answer takes the same time however much was sold. What the store does and Koogate does not see, such as a call that never arrived, is not in it. An unknown query parameter is refused with 400.
     */
    readonly get: operations['getOverview']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/setup': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report the steps until the first real purchase
     * @description An operator or the console sees, for each production address (生产系统接口地址), the steps from the first setting to the first real purchase: what is done and since when, what waits, what this address does not need, and the values to paste into the seller center. A key itself is never shown, only its fingerprint.
     *     What happened before Koogate kept it is not known, and shows as waiting until it comes again, as the cases do twice a day with the dial test. An unknown query parameter is refused with 400.
     */
    readonly get: operations['getSetup']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/standing': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report what the store judges the seller by
     * @description An operator or the console sees, for each production address, the dial tests (拨测) of the last days, and for each site the purchases whose attempts ended without success this month. The store freezes the trade of a product after five failing days in a row, and may take products down with more than five failed orders in a month.
     *     Both are *our* count: a call that never arrived, or whose signature did not hold, is not in it, and a test call of somebody who debugs is. Days and months are Beijing's. An unknown query parameter is refused with 400.
     */
    readonly get: operations['getStanding']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/events': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Read the feed of events
     * @description The seller's product reads what happened, in the order of positions, from the one behind `after` on. Positions have no gap, and nothing ever appears behind one that was read, so who keeps `next` and gives it as `after` misses nothing; a dump that is restored elsewhere goes on with it. Whoever keeps `next` only once the events are worked on meets one of them twice after a crash, never none: their `id` tells it.
     *     With `wait` the answer comes as soon as there is an event, at the latest after so many seconds. An unknown type or query parameter is refused with 400, and a position behind which events are pruned with 410.
     */
    readonly get: operations['listEvents']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/events/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The event's id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathEventId']
      }
      readonly cookie?: never
    }
    /**
     * Show one event
     * @description The seller's product or an operator reads one event by its id, as long as it is kept.
     */
    readonly get: operations['getEvent']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/event-types': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the types of events
     * @description A front end or the seller's product asks which types of events this version tells. Their data and an example of each are in the `webhooks` of this contract.
     */
    readonly get: operations['listEventTypes']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List webhook endpoints, newest first
     * @description An operator or the console sees to whom events (事件通知) are sent, and how each answers. Those of the settings are among them; no secret is shown.
     */
    readonly get: operations['listWebhookEndpoints']
    readonly put?: never
    /**
     * Add a webhook endpoint
     * @description An operator names a program of the seller that is to be sent events (事件通知), signed as Standard Webhooks has it. The secret is made by Koogate and shown in this answer alone.
     *     Nothing is sent until it is enabled, for which a test event has to be answered; then it gets what happened since it was added. `personal` is refused with 403 to all but an administrator. An `Idempotency-Key` is refused here with 400, since the answer holds a secret. There are at most 100 endpoints beside those of the settings, since all of them share what is sent at once.
     */
    readonly post: operations['createWebhookEndpoint']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    /**
     * Show a webhook endpoint
     * @description An operator or the console sees how an endpoint answers, and how much is owed to it.
     */
    readonly get: operations['getWebhookEndpoint']
    /**
     * Change a webhook endpoint
     * @description An operator changes where events are sent, and which. The body replaces what was there as a whole; the secret stays. With another URL it is `untested` again. What was owed stays owed; the filter holds for what happens from now on.
     *     Of an endpoint of the settings `url` must be the one that stands there. `personal`, and another URL for an endpoint that has it, is refused with 403 to all but an administrator.
     */
    readonly put: operations['putWebhookEndpoint']
    readonly post?: never
    /**
     * Delete a webhook endpoint
     * @description An operator takes an endpoint away, with all that is owed to it. Its attempts are kept. One of the settings is taken away there, and refused here with 409.
     */
    readonly delete: operations['deleteWebhookEndpoint']
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/test': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Send a test event to an endpoint
     * @description An operator sees whether an endpoint answers: a `webhook.test` is sent at once, and the answer is shown. It changes nothing else.
     */
    readonly post: operations['testWebhookEndpoint']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/enable': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Send events to an endpoint
     * @description An operator switches an endpoint on, for the first time or after a pause. A test event is sent at once; unless it is answered with 2xx, nothing changes and the answer is 409.
     *     What is owed comes at once, and what happened since it was added, or since it was disabled, as far as it is kept. An alarm that it is disabled is cleared.
     */
    readonly post: operations['enableWebhookEndpoint']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/pause': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Send nothing to an endpoint for now
     * @description An operator has events wait, during works at the product for instance. They are kept, and come once it is enabled; the time does not count for the 72 hours after which one is given up.
     */
    readonly post: operations['pauseWebhookEndpoint']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/rotate-secret': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Make a new secret for an endpoint
     * @description An operator has a new secret made, which is shown in this answer alone. For 24 hours events carry two signatures, one by each secret, so the product changes over in its own time; a second rotation within them ends the oldest at once.
     *     The secret of an endpoint of the settings is changed there (`KOOGATE_WEBHOOK_SECRET` holds several, the first is current), and refused here with 409. An `Idempotency-Key` is refused with 400, since the answer holds a secret.
     */
    readonly post: operations['rotateWebhookSecret']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/deliveries': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    /**
     * List what is owed to an endpoint
     * @description An operator or the console sees which events an endpoint has not taken yet, in the order of the feed, and when each is tried next. What it has taken is among the attempts.
     */
    readonly get: operations['listWebhookDeliveries']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-endpoints/{id}/deliveries/{eventId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
        /**
         * @description The event, by its id, which is its `webhook-id`.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
         */
        readonly eventId: components['parameters']['PathWebhookEventId']
      }
      readonly cookie?: never
    }
    /**
     * Show one event at an endpoint
     * @description An operator or the console sees whether an endpoint has taken an event, and what it answered.
     */
    readonly get: operations['getWebhookDelivery']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-attempts': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List attempts of deliveries, newest first
     * @description An operator or the console sees what was sent and what was answered, for 90 days. Filters are joined by and. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listWebhookAttempts']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-attempts/{id}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The attempt, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookAttemptId']
      }
      readonly cookie?: never
    }
    /**
     * Show one attempt
     * @description An operator or the console sees what one request came to.
     */
    readonly get: operations['getWebhookAttempt']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-given-up': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List events that were given up, newest first
     * @description An operator or the console sees what an endpoint did not take for 72 hours of asking, or was passed over since it was stopped or out of the settings for too long. There is an alarm for each endpoint (`endpoint.given_up`), and a replay with `givenUp` sends them again.
     */
    readonly get: operations['listWebhookGivenUp']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/webhook-replays': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Send events again
     * @description An operator has events sent to an endpoint once more: one, those since a position or a time, those that are missing, those that were given up, or those of a filter. With `dryRun` they are only counted, which is what to do first.
     *     They come with the same `webhook-id`, in order for each topic, and hold up nothing that happens now. What the endpoint hears of anyway is not among them. A disabled endpoint takes them once it is enabled.
     */
    readonly post: operations['createWebhookReplay']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/keys': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report which keys are accepted and in use
     * @description An operator or the console sees, for each production address and interface type (接口类型), how many keys (密钥) are accepted and when each last verified a call: a rotated key may go when the store has stopped using it.
     *     Keys are distinguished by a fingerprint; a key itself is never shown. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listKeys']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/kit/public-key': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Show the public keys for the seller console
     * @description An operator copies the public key (公钥) of an address into the application credential (应用凭证) of the seller console; the store encrypts `clientSecret` with it.
     *     With the embedded database and no key set, the pair is made at the first request, which may take some seconds.
     */
    readonly get: operations['listKitPublicKeys']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/credentials/{appId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The id of the application credential (应用ID).
         * @example KSIDJF1234456
         */
        readonly appId: components['parameters']['PathAppId']
      }
      readonly cookie?: never
    }
    /**
     * Show what an application credential needs, and who uses it
     * @description An operator makes or changes an application credential (应用凭证) in the seller centre and reads here what to paste there, and which debug cases of the kit the store has called. After the public key or the production address was changed, it says how many tenants still use the old key, and which addresses still get the calls of orders that were not moved.
     *     An id that nothing is known of is answered too, because it is given only once the form is filled in.
     *     With the embedded database and no key set, the pair is made at the first request, which may take some seconds.
     */
    readonly get: operations['getCredential']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/session': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Tell who is signed in
     * @description The console asks at its start, and whenever it is looked at again, whether somebody is signed in and what they may do.
     *     A token in the `Authorization` header has no session: it is refused with 403.
     */
    readonly get: operations['getSession']
    readonly put?: never
    /**
     * Sign in to a session with a management token
     * @description A person signs in at the console (登录) with a management token in the `Authorization` header. The browser gets a cookie that stands for it from then on and is sent by no other site. The token itself need not be kept: only a hash of the cookie's value is, and the session ends with its token.
     *     It ends after 24 hours, after 8 hours without a request, by signing out, and when the token expires, is deleted or, for the token of the settings, is another one. A session that the browser had before ends. A token has at most 100 sessions; one more ends the one that has been unused for longest.
     *     Only pages of Koogate's own address may ask: a request from another site is refused with 403 `cross-site`. A browser keeps the cookie over https, and from its own machine; a page that came over plain http from elsewhere is refused with 403 `https-required`.
     */
    readonly post: operations['createSession']
    /**
     * Sign out of the session
     * @description A person signs out (退出): the session ends at every replica, in every tab of the browser, and the cookie is taken away. The token goes on, and so do its other sessions.
     *     It needs no reason. A request from another site is refused with 403 `cross-site`.
     */
    readonly delete: operations['deleteSession']
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tokens': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List management tokens, newest first
     * @description An administrator or the console sees which tokens (管理令牌) there are, what each may do, and when it was last used. The token of the settings is not among them.
     *     No token is shown again. An unknown query parameter is refused with 400.
     */
    readonly get: operations['listTokens']
    readonly put?: never
    /**
     * Make a management token
     * @description An administrator makes a token (管理令牌) for a product, a person or the console. It is shown in this answer and never again.
     *     A token is rotated by making a second one, putting it in place of the first, and deleting the first once its `lastUsedAt` stands still. An administrator may give any scope.
     *     An `Idempotency-Key` is refused here with 400: the answer of a new token is kept nowhere.
     */
    readonly post: operations['createToken']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/tokens/{tokenId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The token, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly tokenId: components['parameters']['PathTokenId']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post?: never
    /**
     * Delete a management token
     * @description An administrator takes a token (管理令牌) away: every request with it is refused with 401 from then on, at every replica. What was done with it stays in the audit.
     *     The token of the settings is changed in the settings.
     */
    readonly delete: operations['deleteToken']
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/audit': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List changes and reads in clear, newest first
     * @description An administrator reads who changed what by this document, and who read personal data in clear. An entry of a change is written together with the change, one of a read before its answer leaves.
     *     Values are never in it, only names of members and ids. Filters are joined by and; an unknown query parameter is refused with 400.
     */
    readonly get: operations['listAudit']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/health/live': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report whether the process is alive
     * @description An orchestrator asks whether to restart the process. The answer does not depend on the database.
     */
    readonly get: operations['getLive']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/health/ready': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Report whether the service takes calls
     * @description A load balancer or an orchestrator asks whether to send calls here. It is ready when the contract is loaded, the schema of the database is the right one, and the database answers; while it stops it is not. How the sites of the store stand is told beside it.
     */
    readonly get: operations['getReady']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/metrics': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Give counts and durations to Prometheus
     * @description Prometheus scrapes counts and durations of calls, jobs and the process. No label holds an instance, order, buyer or key. Where even counts are private, the proxy in front keeps this address inside.
     */
    readonly get: operations['getMetrics']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/welcome/{instanceId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /**
     * Tell a buyer how a purchase stands
     * @description A buyer's browser opens it, where the seller has no page of their own (`KOOGATE_FRONT_END_URL`), or has not provisioned a supervised purchase yet. It says whether the purchase is being prepared, ready, on hold, failed or ended, what was bought, and whom to ask (`KOOGATE_SUPPORT_CONTACT`). The way in is a link there only if the seller's template makes it; any other is told by the store alone.
     *     Anybody who has the address may open it, so it holds no account, nothing of the buyer and no other id. An id that is unknown, of a test, of a license, or of the seller's own making (imported) gets one and the same page, which says nothing of it.
     */
    readonly get: operations['showWelcomePage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/jwks.json': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Give the keys that sign-on tokens are signed with
     * @description The seller's product, or a service behind it, verifies the `token` of an exchange with this JWK set. It follows from `KOOGATE_SECRET_KEY`, so all replicas have the same one.
     */
    readonly get: operations['getSsoKeys']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/{address}/login': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    /**
     * Begin the login of a user
     * @description The login button of the seller's product leads a user's browser here, in a window of its own or in a frame. With `tenant` it goes to the auth centre of that enterprise (`own`), without to the unified login page (统一登录页, `unified`).
     *     After the login the browser comes to `ssoReturn` with `code`, and with `state` if one was given here. No parameter says where to: only the setting does.
     */
    readonly get: operations['ssoLoginPage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/{address}/callback': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    /**
     * Take a user back from the auth centre
     * @description The callback address (回调地址) of the application's credential, which the seller registers in the seller console. The browser comes from the auth centre with a code, or from CAS with a ticket.
     *     A login that began here is known by `state` and cookie (`own`), or by the cookie alone (`unified`, CAS). One that nobody began here comes from the workbench (企业工作台): it is refused unless `ssoWorkbench` is on, and then the user is asked before anything changes. So is who comes back without a state while another user is signed in in this browser.
     *     An enterprise that is bound with several credentials is sent to its auth centre once more, for a code of a known one: a code that is shown with the wrong credential is lost (inferred).
     */
    readonly get: operations['ssoCallbackPage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/{address}/confirm': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Continue as the user of the workbench
     * @description The button of the page that asks whether to continue. Only the browser that was asked may answer. The page that follows goes on to `ssoReturn` by itself.
     */
    readonly post: operations['ssoConfirmPage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/{address}/logout': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    /**
     * End both sessions of a user
     * @description When the user clicks *exit*, the product ends its own session and leads the browser here. Koogate ends its session, and sends the browser on to end the one at the auth centre (登出), which returns it to the page *signed out*.
     *     The session is known by the cookie; `session` names it where the cookie is of another window or frame.
     */
    readonly get: operations['ssoLogoutPage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sso/{address}/signed-out': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    /**
     * Tell a user that both sessions have ended
     * @description The auth centre returns the browser here after a logout. The page offers to sign in again.
     */
    readonly get: operations['ssoSignedOutPage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export interface webhooks {
  readonly 'webhook.test': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Test a webhook endpoint
     * @description Koogate sends it where an endpoint is to be switched on, or somebody tests it. The product verifies the signature and answers with 2xx; it does nothing else.
     */
    readonly post: operations['testWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly 'provision.requested': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Make what was bought
     * @description Koogate asks the seller's product for what a buyer has bought (开通), where `KOOGATE_PROVISIONING` is `webhook`. The order is read first, so that `plan` and `buyer` are known; where the store is slow or away the ask waits for it. Only an order that cannot be read at all, because the store refuses it for good or Koogate has no AK and SK, is asked for without.
     *     The product answers with the buyer's entrance within 60 s; the store itself waits for about 3 s, in V1 for 11, and hears `000004` meanwhile. What takes longer is answered with 202 at once and reported with `PUT /api/v1/instances/{instanceId}/app-info`, or with `POST /api/v1/instances/{instanceId}/provisioning-failed`.
     *     One order line is asked for under one `instanceId` only, and never twice at a time. A purchase that was refused is asked for anew, under another `webhook-id`, when the store calls for it again. When the store has waited for three hours it may refund the order: the instance is flagged, and a success after that is kept and told all the same.
     */
    readonly post: operations['provisionRequestedWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly 'license.issue_requested': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Make a license
     * @description Koogate asks the seller's product for a license (授权), where `KOOGATE_PROVISIONING` is `webhook`: once for each application of an online license (`getLicenseAsync`, License A), once for each order of License 1.0 (`getLicense`, License B).
     *     The product answers with the license within 60 s. What takes longer is answered with 202 at once and handed over with `PUT /api/v1/licenses/{licenseId}/content`. License B has no asynchronous answer: the store waits for about 11 s, and calls again hourly for three hours.
     */
    readonly post: operations['licenseRequestedWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly 'change.check': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Say whether a renewal may change the product
     * @description While the buyer looks at a renewal with a change (续费变更), the store asks whether it is possible (`changeInstanceCheck`), and Koogate asks the seller's product, where `KOOGATE_PROVISIONING` is `webhook`. It must change nothing.
     *     Whoever does not answer within the time of the call, about 3 s, or not in this form, leaves the decision to the setting `KOOGATE_CHANGE_CHECK`. It is not asked again and not kept.
     */
    readonly post: operations['changeCheckWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly 'change.requested': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Apply what an order has changed
     * @description An upgrade (`upgradeInstance`) or a renewal with a change (`RENEWAL_CHANGE`) was answered with success at once, since the store knows no other answer. As soon as its order is known Koogate asks the seller's product to apply it, where `KOOGATE_PROVISIONING` is `webhook`.
     *     `plan` is what holds at the time of the attempt, so that of two changes the older one, applied late, takes nothing away. The body of the answer is not read.
     */
    readonly post: operations['changeRequestedWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly instanceEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of an instance
     * @description Koogate tells a webhook endpoint of the seller's product what happened to an instance (实例), in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['instanceEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly orderEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of an order
     * @description Koogate tells a webhook endpoint of the seller's product what happened to an order line (订单), in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['orderEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly licenseEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of a license
     * @description Koogate tells a webhook endpoint of the seller's product what happened to a license (授权), in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['licenseEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly tenantEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of a tenant
     * @description Koogate tells a webhook endpoint of the seller's product what happened to a tenant (租户) under one instance, in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['tenantEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly tenantApplicationEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of an application
     * @description Koogate tells a webhook endpoint of the seller's product what happened to an application (应用) of a tenant, in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['tenantApplicationEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly tenantUsersEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of users
     * @description Koogate tells a webhook endpoint of the seller's product what happened to users (用户) of a tenant, in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['tenantUsersEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly tenantDepartmentsEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell a change of departments
     * @description Koogate tells a webhook endpoint of the seller's product what happened to the departments (部门) of a tenant, in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['tenantDepartmentsEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly usageEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell what became of usage
     * @description Koogate tells a webhook endpoint of the seller's product what became of usage (使用量) that was reported, in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['usageEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly alarmEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Tell an alarm
     * @description Koogate tells a webhook endpoint of the seller's product what happened to an alarm (告警), in the commit of the change or later, at least once, and in order for each topic. `GET /api/v1/events` tells the same.
     *     What is personal in the data is in clear to an endpoint with `personal` and masked to any other. Expect unknown types, and answer them with success.
     */
    readonly post: operations['alarmEventWebhook']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export interface components {
  schemas: {
    /**
     * @description The store's order id (订单ID). Debug calls use ids such as `MOCKPERIODYEARNEW`, so no prefix is required.
     * @example CS2211181819B4LVS
     */
    readonly OrderId: string
    /**
     * @description The instance id (实例ID) that the seller gave at `newInstance`; unique over all of the seller's products.
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly InstanceId: string
    /**
     * @description Where the instance is in its life: being made (开通中), in use (使用中), frozen (已冻结), released (已释放), provisioning failed (开通失败).
     * @example active
     * @enum {string}
     */
    readonly InstanceStatus:
      | 'provisioning'
      | 'active'
      | 'frozen'
      | 'released'
      | 'failed'
    /** @description One faulty field. */
    readonly ProblemError: {
      /**
       * @description Name of the parameter, or path of the body member with slashes (`usageInfo/0/usageValue`); `body` for the body as a whole.
       * @example frontEndUrl
       */
      readonly field: string
      /**
       * Format: uri-reference
       * @description Where the member is in the body, a JSON Pointer as a fragment (`#/usageInfo/0/usageValue`); `#` for the body as a whole; left out for a parameter.
       * @example #/frontEndUrl
       */
      readonly pointer?: string
      /**
       * @description What the field must be.
       * @example must NOT have more than 512 characters
       */
      readonly message: string
    }
    /** @description What went wrong (RFC 9457). */
    readonly Problem: {
      /**
       * Format: uri-reference
       * @description The page of the docs that tells of this kind of problem, from the root of Koogate.
       * @example /docs/en/problems.html#invalid-request
       */
      readonly type: string
      /**
       * @description The HTTP status in words.
       * @example Bad Request
       */
      readonly title: string
      /**
       * @description The HTTP status of this answer.
       * @example 400
       */
      readonly status: number
      /**
       * @description What a program tells problems apart by; it does not change. Expect unknown ones, and go by the status then.
       * @example invalid-request
       */
      readonly code: string
      /**
       * @description One sentence for a person: what is wrong, and what would be right.
       * @example The request has 1 faulty field.
       */
      readonly detail: string
      /**
       * @description What names this request, in the header `X-Request-Id` of every answer and in the log of Koogate.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly requestId: string
      /** @description One entry for each faulty field of a 400, or for the member that a 403 is about. */
      readonly errors?: readonly components['schemas']['ProblemError'][]
      /**
       * @description The first position of the feed that is kept, in a 410 of the events only.
       * @example 1201
       */
      readonly oldest?: number
    }
    /** @description Why provisioning failed. */
    readonly Failure: {
      /**
       * @description The result code the store was given.
       * @example 000106
       */
      readonly code: string
      /**
       * @description The reason in words.
       * @example product resources are sold out
       */
      readonly reason: string
    }
    /**
     * @description The seller's own words by name, at most 50; Koogate keeps them and reads nothing into them.
     * @example {
     *       "crmAccount": "4711"
     *     }
     */
    readonly Metadata: {
      readonly [key: string]: string
    }
    /** @description How the buyer gets in (应用信息), as `queryInstance` reports to the store. The password is never shown. */
    readonly InstanceAppInfo: {
      /**
       * Format: uri
       * @description Where the buyer uses the product (前台地址).
       * @example https://app.example.com/t/10e758d0
       */
      readonly frontEndUrl: string
      /**
       * Format: uri
       * @description Where the buyer manages it (管理地址).
       * @example https://app.example.com/admin
       */
      readonly adminUrl: string | null
      /**
       * @description Administrator account (管理员账号).
       * @example admin
       */
      readonly userName: string | null
      /**
       * @description Whether an initial password (管理员初始密码) is kept and sent to the store.
       * @example true
       */
      readonly hasPassword: boolean
      /**
       * @description Remarks (备注) for the buyer.
       * @example 首次登录请修改密码
       */
      readonly memo: string | null
    }
    /** @description What has been used (使用量信息) of one charge item. */
    readonly UsageEntry: {
      /**
       * @description For a package the pay-per-use instance that this usage belongs to; `null` or left out for the instance itself.
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly relatedInstanceId?: string | null
      /**
       * @description Used so far: the running total for pay-per-use (按需), the part used up for a package (套餐包). At most 8 digits before the point and 4 behind it; a fifth decimal is refused with 400.
       * @example 12.5
       */
      readonly usageValue: number
      /**
       * Format: date-time
       * @description When it was counted; the store is told it in UTC to the millisecond.
       * @example 2026-11-18T07:30:00Z
       */
      readonly statisticalTime: string
      /**
       * Format: uri
       * @description Where the buyer sees the usage, http or https; `null` or left out for none.
       * @example https://app.example.com/usage
       */
      readonly dashboardUrl?: string | null
    }
    /** @description One extension parameter. */
    readonly ExtendParam: {
      /**
       * @description Name of the parameter as the seller listed it.
       * @example emailDomainName
       */
      readonly name: string
      /**
       * @description What the buyer typed; what is private, such as a mobile number or an e-mail address, is masked without `personal`.
       * @example test.example.com
       */
      readonly value: string | null
    }
    /** @description What was bought, as all orders that were applied tell it together. Each of them overwrites only what it tells, so a renewal that names nothing changes nothing; a cancelled renewal that had changed the plan returns to the plan before. A member is `null` until an order told it. */
    readonly Plan: {
      /**
       * @description The latest order that counts, in the order in which they were placed; one that is restarted late comes before those that were placed after it.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description Its order line (订单行ID); `null` in V1 and License B, which have none.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId: string | null
      /**
       * @description Its type (订单类型) in the words of the order query, such as `NEW`, `RENEW` or `CHANGE`. Expect unknown ones.
       * @example NEW
       */
      readonly orderType: string | null
      /**
       * @description How it is charged (计费模式), such as `PERIOD` or `ON_DEMAND`. Expect unknown ones.
       * @example PERIOD
       */
      readonly chargingMode: string | null
      /**
       * @description The kind of period (周期类型), such as `year` or `month`.
       * @example year
       */
      readonly periodType: string | null
      /**
       * @description How many periods the latest order bought (周期数量).
       * @example 1
       */
      readonly periodNumber: number | null
      /**
       * @description The product (产品ID).
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      /**
       * @description The specification (规格编码).
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode: string | null
      /**
       * @description The name of the product (产品名称).
       * @example SaaS测试商品,测试规格,基础版,包周期
       */
      readonly productName: string | null
      /**
       * @description The quantity (数量), where the specification has that attribute.
       * @example 50
       */
      readonly quantity: number | null
      /**
       * @description The disk size (硬盘大小) in GB; V1 only.
       * @example 100
       */
      readonly diskSize: number | null
      /**
       * @description The bandwidth (带宽) in Mbps; V1 only.
       * @example 10
       */
      readonly bandWidth: number | null
      /**
       * @description What was paid for the latest order, as the store wrote it.
       * @example 80
       */
      readonly orderAmount: string | null
      /**
       * @description How the instance is opened (商品实例开通方式), as the store wrote it; V1 and License B only.
       * @example 1
       */
      readonly provisionType: string | null
      /** @description What the buyer filled in, and what the store added (扩展参数), private values masked. */
      readonly extendParams: readonly components['schemas']['ExtendParam'][]
    }
    /** @description Who bought (买家信息), names and addresses in clear to a token with the scope `personal` and masked to any other. The store returns mobile number and e-mail only if the product asked the buyer for them. */
    readonly Buyer: {
      /**
       * @description Huawei Cloud account id (客户ID), in full.
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId: string | null
      /**
       * @description Account name (客户账号名), masked without `personal`.
       * @example m***1
       */
      readonly customerName: string | null
      /**
       * @description Verified name (实名认证名称), masked without `personal`.
       * @example 测***
       */
      readonly customerRealName: string | null
      /**
       * @description Kind of customer as the store writes it; its meaning is not documented.
       * @example 0
       */
      readonly customerType: number | string | null
      /**
       * @description Mobile number (手机号), masked without `personal`.
       * @example 186****8888
       */
      readonly mobilePhone: string | null
      /**
       * @description E-mail address (邮箱), masked without `personal`.
       * @example l***@example.com
       */
      readonly email: string | null
      /**
       * @description IAM user id (子用户ID), in full.
       * @example 7b4cd1e3f7a04f5fb14d37cfd8a6e0f2
       */
      readonly userId: string | null
      /**
       * @description IAM user name (子用户名), masked without `personal`.
       * @example l***i
       */
      readonly userName: string | null
    }
    /**
     * @description Whether the order query is still to be answered (`waiting`), was answered (`fetched`) or was refused for good (`refused`); `off` if nobody asks, because `KOOGATE_STORE_AK` and `KOOGATE_STORE_SK` are not set or a test call placed the order. Expect unknown ones.
     * @example fetched
     * @enum {string}
     */
    readonly OrderState: 'waiting' | 'fetched' | 'refused' | 'off'
    /**
     * @description An order of the store (订单), one line of it, as the order query (查询订单) tells it. V1 has no order query: there it is what the calls themselves told, `fetched` from the start; a renewal or an upgrade keeps what its call does not name, the buyer among it.
     *     Until it is fetched, and if the store refuses it, only `orderId`, `orderLineId`, `state` and `code` are known, the others are `null` or empty. A member the store leaves out is `null` too.
     */
    readonly Order: {
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description The store's order line id (订单行ID); `null` in V1, which has no order lines.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId: string | null
      readonly state: components['schemas']['OrderState']
      /**
       * @description The result code of the store: of the refusal when `state` is `refused`, of the last attempt that failed while it is `waiting`; otherwise `null`.
       * @example MKT.0150
       */
      readonly code: string | null
      /**
       * @description Order type (订单类型): `NEW`, `TRIAL`, `TRIAL_TO_FORMAL`, `RENEW`, `CHANGE` or `UNSUBSCRIBE`; others are passed on.
       * @example NEW
       */
      readonly type: string | null
      /**
       * @description Charging mode (计费模式): `PERIOD` by year or month, `ONE_TIME`, `ON_DEMAND` pay-per-use, or `ON_DEMAND_PKG` package; others are passed on.
       * @example PERIOD
       */
      readonly chargingMode: string | null
      /**
       * @description Unit of the period (周期类型), `year`, `month` or `day`; the list is not documented.
       * @example year
       */
      readonly periodType: string | null
      /**
       * @description How many units the period has (周期数).
       * @example 1
       */
      readonly periodNumber: number | null
      /**
       * @description Product id (产品ID); of the first product if the line shows several.
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      /**
       * @description Specification code (规格ID); it stays when the period changes.
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode: string | null
      /**
       * @description Product, specification, edition and charging mode, joined by commas.
       * @example SaaS测试商品,测试规格,基础版,包周期
       */
      readonly productName: string | null
      /**
       * @description Value of the linear attribute (线性值, `linearValue`) such as the number of seats.
       * @example 50
       */
      readonly quantity: number | null
      /**
       * Format: date-time
       * @description When the order was placed.
       * @example 2026-11-18T10:19:12Z
       */
      readonly createTime: string | null
      /**
       * Format: date-time
       * @description When what was ordered expires; the expiry that counts is the instance's.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
      /** @description Who bought; `null` if the store does not tell. */
      readonly buyer: components['schemas']['Buyer'] | null
      /** @description What the buyer typed for the extension parameters of the product (扩展参数): those of the line, then those of the order. */
      readonly extendParams: readonly components['schemas']['ExtendParam'][]
      /**
       * @description The amount before discounts, as the store writes it; despite its name an amount and not a currency.
       * @example 100
       */
      readonly currency: string | null
      /**
       * @description The amount after discounts, as the store writes it.
       * @example 80
       */
      readonly currencyAfterDiscount: string | null
      /**
       * Format: date-time
       * @description When the order query answered, or in V1 the call that told the order came; `null` before.
       * @example 2026-11-18T10:19:33Z
       */
      readonly fetchedAt: string | null
    }
    /** @description What a buyer bought on one order line (实例), and its present state. */
    readonly Instance: {
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the store called last about it, where it was bought until its orders are moved; of a test instance always where it was bought.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family that sold it, or `saas-v2` once a V2 purchase of its order has taken it over from V1; `saas-v2`, `saas-v1`, `license-a` the online license, `license-b` License 1.0. Expect unknown ones.
       * @example saas-v2
       * @enum {string}
       */
      readonly family: 'saas-v2' | 'saas-v1' | 'license-a' | 'license-b'
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description The store's order line id (订单行ID); `null` in V1, which has no order lines.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId: string | null
      /**
       * @description The store's id of the first purchase request.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly businessId: string
      /**
       * @description The product (产品ID) the buyer has now; `null` until the order was fetched.
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      readonly status: components['schemas']['InstanceStatus']
      /**
       * @description Whether the debugger or the dial test bought it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When it expires; `null` if the store has not sent it or it does not expire.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
      /**
       * Format: date-time
       * @description When the buyer accepted a product under service supervision (服务监管, V1 only), which is where its period starts; `null` for any other.
       * @example 2026-11-19T09:00:00Z
       */
      readonly acceptanceTime: string | null
      /**
       * @description Whether it was sold as a trial that has not become an order yet; V1 says so in the call (`trialFlag` `1`), V2 in the order (`TRIAL`), so there it is `false` until that was fetched.
       * @example false
       */
      readonly trial: boolean
      /** @description Why provisioning failed; `null` unless `status` is `failed`. */
      readonly failure: components['schemas']['Failure'] | null
      /**
       * @description One sentence for the operator about something that wants a look; `null` if nothing does.
       * @example Order CS2211181819B4LVS shows 2 products on one line, and one instance serves them.
       */
      readonly attention: string | null
      /**
       * @description What the seller's own systems call it (`PUT …/metadata`); `null` if nothing was set.
       * @example tenant-0815
       */
      readonly externalId: string | null
      readonly metadata: components['schemas']['Metadata']
      /** @description How the buyer gets in; `null` until it is provisioned. */
      readonly appInfo: components['schemas']['InstanceAppInfo'] | null
      /** @description What `queryInstance` reports to the store as usage (使用量); empty if nothing was put. */
      readonly usageInfo: readonly components['schemas']['UsageEntry'][]
      readonly plan: components['schemas']['Plan']
      /** @description Who bought (买家信息), as the calls and all orders that were read told it, masked without `personal`; `null` until one did. */
      readonly buyer: components['schemas']['Buyer'] | null
      /** @description The order that was applied last, which is the purchase, or a conversion, renewal or upgrade, as it was read itself; `null` if none is known. What holds now is in `plan`. */
      readonly order: components['schemas']['Order'] | null
      /**
       * Format: uri-reference
       * @description Path and query below which the calls of this instance are listed, with the instance id percent-encoded.
       * @example /api/v1/messages?instanceId=10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly messages: string
      /**
       * @description How often it was written; in quotes the `ETag`, which a change may name in `If-Match`.
       * @example 7
       */
      readonly version: number
      /**
       * Format: date-time
       * @description When the first purchase request came.
       * @example 2026-11-18T10:19:31Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When anything of it last changed.
       * @example 2026-11-18T10:19:33Z
       */
      readonly updatedAt: string
    }
    /**
     * @description Where the next page begins, to be sent as `cursor`; `null` on the last page.
     * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
     */
    readonly NextCursor: string | null
    /** @description A page of instances, newest first. */
    readonly InstanceList: {
      /** @description The instances of this page. */
      readonly items: readonly components['schemas']['Instance'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description How the buyer gets in. It replaces what was there; the lengths are those the store takes. */
    readonly PutAppInfoRequest: {
      /**
       * Format: uri
       * @description Where the buyer uses the product (前台地址), http or https.
       * @example https://app.example.com/t/10e758d0
       */
      readonly frontEndUrl: string
      /**
       * Format: uri
       * @description Where the buyer manages it (管理地址), http or https; `null` or left out for none.
       * @example https://app.example.com/admin
       */
      readonly adminUrl?: string | null
      /**
       * @description Administrator account (管理员账号); `null` or left out for none. Of a SaaS V1 instance at most 79 bytes in UTF-8, because V1 encrypts it and the store counts the cipher text.
       * @example admin
       */
      readonly userName?: string | null
      /**
       * @description Initial password (管理员初始密码). Left out, the kept one stays, because it cannot be read back to be sent again; `null` removes it. Of a SaaS V1 instance at most 79 bytes in UTF-8, as `userName`.
       * @example change-me-at-first-login
       */
      readonly password?: string | null
      /**
       * @description Remarks (备注) for the buyer, in any script; `null` or left out for none.
       * @example 首次登录请修改密码
       */
      readonly memo?: string | null
    }
    /** @description Who bought (买家信息), as the seller's own records have it and in the store's words. It is kept encrypted and shown as that of a purchase is. */
    readonly ImportedBuyer: {
      /**
       * @description Huawei Cloud account id (客户ID).
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId?: string
      /**
       * @description Account name (客户账号名).
       * @example mock_user_01
       */
      readonly customerName?: string
      /**
       * @description Verified name (实名认证名称).
       * @example 测试用户1
       */
      readonly customerRealName?: string
      /**
       * @description Mobile number (手机号), in the clear.
       * @example 18688888888
       */
      readonly mobilePhone?: string
      /**
       * @description E-mail address (邮箱), in the clear.
       * @example li@example.com
       */
      readonly email?: string
      /**
       * @description IAM user id (子用户ID).
       * @example 7b4cd1e3f7a04f5fb14d37cfd8a6e0f2
       */
      readonly userId?: string
      /**
       * @description IAM user name (子用户名).
       * @example lisi
       */
      readonly userName?: string
    }
    /** @description An order that was applied to an instance before Koogate. */
    readonly ImportedOrder: {
      /**
       * @description What it did; `change` is a renewal that changes the specification (续费变更).
       * @example renewal
       * @enum {string}
       */
      readonly role: 'renewal' | 'conversion' | 'change' | 'refund' | 'upgrade'
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description Its order line (订单行ID); mandatory in `saas-v2` and `license-a`, not there in the others.
       * @example CS2311181819B4LVS-000001
       */
      readonly orderLineId?: string
    }
    /** @description An instance that was sold before Koogate, as the seller's own records have it. */
    readonly InstanceImport: {
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The production address that it is called at. May be left out where there is one.
       * @example main
       */
      readonly address?: string
      /**
       * @description The interface family that sold it.
       * @example saas-v1
       * @enum {string}
       */
      readonly family: 'saas-v2' | 'saas-v1' | 'license-a' | 'license-b'
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description The order line that bought it (订单行ID); mandatory in `saas-v2` and `license-a`, not there in the others.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId?: string
      /**
       * @description Charging mode (计费模式). In `saas-v1` an order of `ON_DEMAND` or `ON_DEMAND_PKG` sells an instance for each product, so `productId` is mandatory with these.
       * @example PERIOD
       * @enum {string}
       */
      readonly chargingMode?:
        | 'PERIOD'
        | 'ONE_TIME'
        | 'ON_DEMAND'
        | 'ON_DEMAND_PKG'
      /**
       * @description Unit of the period (周期类型).
       * @example year
       */
      readonly periodType?: string
      /**
       * @description How many units the period has (周期数).
       * @example 1
       */
      readonly periodNumber?: number
      /**
       * @description The product that the purchase named (产品ID).
       * @example 00301-666666-0--0
       */
      readonly productId?: string
      /**
       * @description Specification code (规格ID).
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode?: string
      /**
       * @description Value of the linear attribute, such as the number of seats.
       * @example 50
       */
      readonly quantity?: number
      /**
       * Format: date-time
       * @description When it expires; left out if it does not.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime?: string
      /**
       * @description Sold as a trial that is not an order yet.
       * @default false
       * @example false
       */
      readonly trial: boolean
      /**
       * @description Whether it is in use or frozen now.
       * @default active
       * @example active
       * @enum {string}
       */
      readonly status: 'active' | 'frozen'
      readonly appInfo?: components['schemas']['PutAppInfoRequest']
      readonly buyer?: components['schemas']['ImportedBuyer']
      /**
       * @description Every renewal, conversion, cancelled renewal and upgrade that was applied to it, oldest first. A call of the store that repeats one of them changes nothing.
       * @default []
       */
      readonly orders: readonly components['schemas']['ImportedOrder'][]
    }
    /**
     * @description Koogate's id of an order line. It is opaque; where the same line ids count twice (a real order, and the test orders of each address) each has its own.
     * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
     */
    readonly OrderResourceId: string
    /**
     * @description What an order did to an instance: it bought it (新购), renewed it (续费), renewed it with a change (续费变更, `change`), took a renewal back (退续费), changed it (升级, `upgrade`), or made a trial an order (试用转正). Expect unknown ones.
     * @example purchase
     * @enum {string}
     */
    readonly OrderRole:
      | 'purchase'
      | 'renewal'
      | 'change'
      | 'refund'
      | 'upgrade'
      | 'conversion'
    /** @description What an order did to the instance. */
    readonly OrderUse: {
      /** @description Koogate's id of the order line, to read or refresh it; `null` if nothing but its ids is kept. */
      readonly id: components['schemas']['OrderResourceId'] | null
      readonly role: components['schemas']['OrderRole']
      /**
       * Format: date-time
       * @description When the call that brought the order was applied.
       * @example 2026-11-18T10:19:31Z
       */
      readonly appliedAt: string
    }
    /** @description An order that bought or changed an instance. */
    readonly InstanceOrder: components['schemas']['Order'] &
      components['schemas']['OrderUse']
    /** @description The orders of an instance. */
    readonly InstanceOrders: {
      /** @description The orders that bought and changed the instance, the last 200, newest first. */
      readonly orders: readonly components['schemas']['InstanceOrder'][]
    }
    /** @description One change of an instance. */
    readonly HistoryEntry: {
      /**
       * @description What happened, such as `instance.created`, `instance.imported` (it was sold before Koogate), `instance.activated`, `instance.accepted` (V1 only, the buyer accepted a supervised product), `instance.failed`, `instance.overdue` (the product has not made it in the time that the store waits), `instance.refreshed`, `instance.upgraded`, `instance.changed` (an order was read, and with it another of two changes came last), `instance.frozen`, `instance.unfrozen` or `instance.released`. More kinds come; expect unknown ones.
       * @example instance.activated
       */
      readonly type: string
      /**
       * Format: date-time
       * @description When it was done.
       * @example 2026-11-18T10:19:33Z
       */
      readonly at: string
      /**
       * @description The order that caused it; `null` if none did.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
    }
    /** @description What happened to an instance. */
    readonly InstanceHistory: {
      /** @description The last 200 changes, newest first; repeats and calls that changed nothing make no entry. */
      readonly history: readonly components['schemas']['HistoryEntry'][]
    }
    /** @description One thing that the seller's product is asked by webhook until it answers. */
    readonly Ask: {
      /**
       * Format: uuid
       * @description Its id, which is the `webhook-id` of every attempt.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * @description What is asked, `provision.requested`, `license.issue_requested` or `change.requested`. Expect unknown ones.
       * @example provision.requested
       */
      readonly type: string
      /**
       * @description What it is about, such as `instance:<instanceId>`, `license:<licenseId>` or `order:<orderId>`.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly subject: string
      /**
       * @description `order` waits for the order to be read, `due` is asked at `nextAt`, `asked` was taken by the product, which reports later, `done`, `refused` by the product, `cancelled` because the instance was released, `overdue` is still open after the store stopped waiting. Expect unknown ones.
       * @example due
       * @enum {string}
       */
      readonly state:
        | 'order'
        | 'due'
        | 'asked'
        | 'done'
        | 'refused'
        | 'cancelled'
        | 'overdue'
      /**
       * @description How often the product was asked.
       * @example 3
       */
      readonly attempt: number
      /**
       * Format: date-time
       * @description When it is asked next; `null` if it is not, or as long as it waits for the order.
       * @example 2026-11-18T10:20:31Z
       */
      readonly nextAt: string | null
      /**
       * Format: date-time
       * @description Until when the store waits; `null` where its documents name no time.
       * @example 2026-11-18T13:19:31Z
       */
      readonly deadline: string | null
      /**
       * @description How the last attempt ended: the code of a refusal such as `000106`, or the HTTP status, or the kind of fault such as `timeout`; `200` once it is done, `null` before the first.
       * @example 500
       */
      readonly answerCode: string | null
      /**
       * @description What was wrong with the last attempt, or the reason of a refusal; `null` if nothing was.
       * @example HTTP 500
       */
      readonly lastError: string | null
      /**
       * @description The beginning of an answer that was none, which may hold anything, so in clear only with `personal` and `***` without; `null` if there was none.
       * @example no space left on device
       */
      readonly lastAnswer: string | null
      /**
       * Format: date-time
       * @description When it was wanted.
       * @example 2026-11-18T10:19:31Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When anything of it last changed.
       * @example 2026-11-18T10:19:36Z
       */
      readonly updatedAt: string
    }
    /** @description What the seller's product was asked about an instance. */
    readonly InstanceAsks: {
      /** @description What the seller's product was or is to be asked about the instance, the last 50, newest first; empty where it is not asked. */
      readonly asks: readonly components['schemas']['Ask'][]
    }
    /** @description An instance with its orders, its history and what the product was asked, which lists leave out. */
    readonly InstanceDetail: components['schemas']['Instance'] &
      components['schemas']['InstanceOrders'] &
      components['schemas']['InstanceHistory'] &
      components['schemas']['InstanceAsks']
    /** @description What the import came to. */
    readonly ImportResult: {
      /**
       * @description The instance is new (`created`), it was there and learned of more orders (`completed`), or all of it was known (`unchanged`).
       * @example created
       * @enum {string}
       */
      readonly outcome: 'created' | 'completed' | 'unchanged'
      readonly instance: components['schemas']['InstanceDetail']
    }
    /** @description The usage to show, in place of what was there. */
    readonly PutUsageInfoRequest: {
      /** @description One entry for a pay-per-use instance, one for each charge item of a package; an empty list removes all. */
      readonly usageInfo: readonly components['schemas']['UsageEntry'][]
    }
    /** @description What the seller keeps with the instance, in place of what was there. */
    readonly PutMetadataRequest: {
      /**
       * @description What the seller's own systems call the instance; `null` or left out for nothing. Several instances may have the same.
       * @example tenant-0815
       */
      readonly externalId?: string | null
      /** @description Further words by name; `null` or left out for none. Nothing private belongs here, it is shown to every token. */
      readonly metadata?: components['schemas']['Metadata'] | null
    }
    /** @description Why the purchase cannot be made. The store is told the code, and the reason with it. */
    readonly ReportFailureRequest: {
      /**
       * @description The store's result code, as in the answer to `provision.requested`.
       * @example 000106
       * @enum {string}
       */
      readonly code:
        | '000100'
        | '000101'
        | '000102'
        | '000103'
        | '000104'
        | '000105'
        | '000106'
        | '000107'
      /**
       * @description The reason in words.
       * @example product resources are sold out
       */
      readonly reason: string
    }
    /** @description One thing that happened to an instance, in short. */
    readonly InstanceTimelineEntry: {
      /**
       * @description What it is: `call` of the store, `change` of the instance, `event` that was told, `delivery` one attempt to send an event to a webhook endpoint, `usage` a window, `outbound-call` to the store, `ask` of the product, `audit` a change or a read in clear by this API. Expect unknown ones.
       * @example call
       * @enum {string}
       */
      readonly kind:
        | 'call'
        | 'change'
        | 'event'
        | 'delivery'
        | 'usage'
        | 'outbound-call'
        | 'ask'
        | 'audit'
      /**
       * Format: date-time
       * @description When it happened or began; of a window when it was made.
       * @example 2026-11-18T10:19:31Z
       */
      readonly at: string
      /**
       * @description Its id among things of its kind.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * @description What it was, in the word of its kind; the interface that was called, the type of a change or an event, the begin and the end of a window with `/` between, the operationId of an outbound call or an audit entry, `provision`, `make-license` or `apply-change` of an ask. Expect unknown ones.
       * @example newInstance
       */
      readonly what: string
      /**
       * @description How it went: `done`, `failed`, or `pending` where the end is still to come; `null` where nothing can fail or it was taken back. Expect unknown ones.
       * @example done
       * @enum {string|null}
       */
      readonly outcome: 'done' | 'pending' | 'failed' | null
      /**
       * @description The result code of a call, the code or HTTP status of an outbound call, the HTTP status of a delivery, the state of a window or an ask, `change` or `read` of an audit entry; `null` if there is none.
       * @example 000000
       */
      readonly code: string | null
      /**
       * @description What was said or went wrong, for a person; of an audit entry the names of the members that were set. `null` if there is none.
       * @example success.
       */
      readonly text: string | null
      /**
       * @description The usage of a window; `null` for any other.
       * @example 12.5
       */
      readonly value: string | null
      /**
       * @description The order that it names; `null` if it names none.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The production address that a call came to, an event tells of or a window is signed for; `null` for any other.
       * @example main
       */
      readonly address: string | null
      /**
       * @description The name of the token of an audit entry, the endpoint of a delivery; `null` for any other.
       * @example console
       */
      readonly by: string | null
      /**
       * @description Where the whole of it is read; `null` of a change, which has no more.
       * @example /api/v1/messages/0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly ref: string | null
    }
    /** @description A page of what happened to an instance, newest first. */
    readonly InstanceTimeline: {
      /** @description The entries of this page. */
      readonly items: readonly components['schemas']['InstanceTimelineEntry'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description One thing that an id is. */
    readonly Found: {
      /**
       * @description What it is; `user` and `application` are those of the kit. Expect unknown ones.
       * @example instance
       * @enum {string}
       */
      readonly kind:
        | 'instance'
        | 'order'
        | 'license'
        | 'tenant'
        | 'user'
        | 'application'
        | 'message'
        | 'event'
        | 'usage-window'
        | 'outbound-call'
        | 'ask'
        | 'alarm'
        | 'webhook-endpoint'
        | 'webhook-attempt'
        | 'reconciliation'
        | 'drift'
        | 'token'
        | 'audit'
      /**
       * @description Which id of it was given. Expect unknown ones.
       * @example orderId
       * @enum {string}
       */
      readonly by:
        | 'id'
        | 'orderId'
        | 'orderLineId'
        | 'businessId'
        | 'externalId'
        | 'eventId'
        | 'code'
        | 'tenantId'
        | 'userName'
        | 'appId'
        | 'instanceId'
        | 'requestId'
      /**
       * @description Its own id, by which it is read; of a user Koogate's id of the tenant, of a drift the reconciliation, of an audit entry the request.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly id: string
      /**
       * @description A word on it: the product of an instance, the line of an order, the family of a license, the interface of a call, the type of an event, the key of an alarm, and the like; `null` if there is none.
       * @example OFFI846204237451911168
       */
      readonly label: string | null
      /**
       * @description The instance that it is or belongs to; `null` if it belongs to none.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order that it is or belongs to; `null` if it belongs to none.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The site that it belongs to; `null` where none is noted with it.
       * @example china
       */
      readonly site: string | null
      /**
       * @description The production address that was called about it; `null` where none is noted with it.
       * @example main
       */
      readonly address: string | null
      /**
       * @description Whether it came of test calls; `null` where that is not noted with it.
       * @example false
       */
      readonly test: boolean | null
      /**
       * Format: date-time
       * @description When it was made; `null` if that is not known.
       * @example 2026-11-18T10:19:31Z
       */
      readonly at: string | null
      /**
       * @description Where it is read.
       * @example /api/v1/instances/10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly ref: string
    }
    /** @description What an id is. */
    readonly FoundList: {
      /** @description Every thing that it is, the likeliest first. */
      readonly items: readonly components['schemas']['Found'][]
    }
    /**
     * @description What was sold; `saas` is SaaS V1 and V2 together.
     * @example saas
     * @enum {string}
     */
    readonly ImportKind: 'saas' | 'license-a' | 'license-b'
    /** @description Whether what was sold before Koogate is being imported. */
    readonly ImportState: {
      /**
       * @description The site of the store whose account sold it.
       * @example china
       */
      readonly site: string
      readonly kind: components['schemas']['ImportKind']
      /**
       * @description Whether the import is open.
       * @example true
       */
      readonly open: boolean
    }
    /** @description Opens or closes an import. */
    readonly PutImportRequest: {
      /**
       * @description Whether the import is open from now on.
       * @example true
       */
      readonly open: boolean
    }
    /** @description An instance that an order line bought or changed. */
    readonly OrderInstance: {
      readonly instanceId: components['schemas']['InstanceId']
      readonly role: components['schemas']['OrderRole']
      /**
       * Format: date-time
       * @description When the call that brought the order was applied.
       * @example 2026-11-18T10:19:31Z
       */
      readonly appliedAt: string
    }
    /**
     * @description A step of service supervision. `confirmed` the seller has confirmed the request (确认需求); `delivering` it is being done, or is on its way (实施服务); `delivered` the proof is uploaded (上传交付证明), and the buyer has to accept; `signed` the carrier says that the hardware was signed for (签收); `accepted` the buyer has accepted (确认验收), or the store by itself; `appealed` somebody has appealed (申诉), which the store decides within three working days. Expect unknown ones.
     * @example delivered
     * @enum {string}
     */
    readonly DeliveryStep:
      | 'confirmed'
      | 'delivering'
      | 'delivered'
      | 'signed'
      | 'accepted'
      | 'appealed'
    /** @description A step that was noted. */
    readonly DeliveryStepEntry: {
      readonly step: components['schemas']['DeliveryStep']
      /**
       * @description What whoever noted it wrote; mobile numbers and e-mail addresses in it are masked without `personal`.
       * @example handover protocol uploaded
       */
      readonly note: string | null
      /**
       * @description Name of the token with which it was noted; `store` for what a call of the store brought, `koogate` for what follows from the time.
       * @example service desk
       */
      readonly by: string
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-20T02:10:00Z
       */
      readonly at: string
      /**
       * Format: date-time
       * @description When it was noted.
       * @example 2026-11-20T02:12:41Z
       */
      readonly notedAt: string
    }
    /** @description How far an order under service supervision (服务监管) is, as it was noted by hand; `null` for an order of which nothing is noted, and that is not expected to be. */
    readonly OrderDelivery: {
      /** @description The last step; `null` if none is noted yet. */
      readonly step: components['schemas']['DeliveryStep'] | null
      /**
       * Format: date-time
       * @description Since when nothing has happened, which is when the last step was, or when the order came.
       * @example 2026-11-20T02:10:00Z
       */
      readonly since: string
      /**
       * @description What somebody has to do, in one sentence; `null` if nothing is due. A further step takes it away.
       * @example nothing has happened for 5 days; the buyer may appeal
       */
      readonly attention: string | null
      /** @description The last 200 steps, oldest first. */
      readonly steps: readonly components['schemas']['DeliveryStepEntry'][]
    } | null
    /** @description How an order line came to Koogate, and what it did. */
    readonly OrderRecord: {
      readonly id: components['schemas']['OrderResourceId']
      /**
       * @description The site of the store whose account sold it.
       * @example china
       */
      readonly site: string
      /**
       * @description Name of the production address that the first call about it came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether a test call placed it.
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When the order notification (订单通知) came; `null` if none did.
       * @example null
       */
      readonly notifiedAt: string | null
      /** @description The instances that it bought or changed, oldest first; empty for an order that was only notified. */
      readonly instances: readonly components['schemas']['OrderInstance'][]
      readonly delivery: components['schemas']['OrderDelivery']
      /**
       * Format: date-time
       * @description When Koogate heard of it. Of an order older than the edition that keeps this, when that edition was put in.
       * @example 2026-11-18T10:19:31Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When what is known of it last changed.
       * @example 2026-11-18T10:19:33Z
       */
      readonly updatedAt: string
    }
    /** @description An order line with what Koogate knows of its way here. */
    readonly OrderDetail: components['schemas']['Order'] &
      components['schemas']['OrderRecord']
    /** @description A page of order lines, newest first. */
    readonly OrderList: {
      /** @description The order lines of this page. */
      readonly items: readonly components['schemas']['OrderDetail'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description One record of usage. */
    readonly ReportedUsage: {
      /**
       * @description The pay-per-use instance (按需实例), never that of a package.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      /**
       * @description The product's own id of the record, the same at every repeat and another one for everything else, for ever. Left out, the `Idempotency-Key` and the place in the request stand for it; without both the request is refused with 400.
       * @example meter-7/2026-11-18T10
       */
      readonly recordId?: string
      /**
       * @description The package instance that it draws from, for packages that stop when used up (用完即停套餐包) only. Which package is drained the product decides.
       * @example 5d0c7f5e-2f4b-4c33-a0a7-9b1e6f0c2d84
       */
      readonly packageInstanceId?: string
      /**
       * @description The charge item (计费项), where the order line sold several: the product that the instance shows. Usage of the other ones is refused, for they have no instance to be billed under; no document says how they get one.
       * @example OFFI846204237451911168
       */
      readonly productId?: string
      /**
       * Format: date-time
       * @description Begin of the metered time, in whole seconds; within the last 21 days, and not before the instance was opened.
       * @example 2026-11-18T10:00:00Z
       */
      readonly beginTime: string
      /**
       * Format: date-time
       * @description End of the metered time, in whole seconds; not before its begin, not in the future, not after the instance was released.
       * @example 2026-11-18T11:00:00Z
       */
      readonly endTime: string
      /**
       * @description How much was used, decimal text, at most 8 digits before the point and 4 behind it. `0` is taken for nothing.
       * @example 12.5
       */
      readonly value: string
    }
    /** @description What was used. */
    readonly ReportUsageRequest: {
      /** @description The records, in any order. */
      readonly records: readonly components['schemas']['ReportedUsage'][]
      /**
       * @description Only for instances that the debugger bought (`testFlag` `1`), for its usage case; then the store is told on purpose. Without it their usage is refused, with it that of every other. Defaults to `false`.
       * @example false
       */
      readonly test?: boolean
    }
    /**
     * @description What became of a record: `accepted` now; `repeated`, it was accepted before and nothing is added; `refused`, with the reason; `conflict`, its id has another content, or its time is taken; `nothing`, its value is 0. Expect unknown ones.
     * @example accepted
     * @enum {string}
     */
    readonly UsageOutcome:
      | 'accepted'
      | 'repeated'
      | 'refused'
      | 'conflict'
      | 'nothing'
    /** @description What became of one record. */
    readonly UsageResult: {
      /**
       * @description Its place in the request, from 0.
       * @example 0
       */
      readonly index: number
      readonly outcome: components['schemas']['UsageOutcome']
      /**
       * Format: uuid
       * @description The usage record of the store (话单) that it is a part of; `null` where there is none.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly meteringSn: string | null
      /**
       * @description Why it was not accepted, for programs; `null` where it was. Of a `refused` one: `malformed-value`, `negative-value`, `too-many-decimals`, `value-too-large`, `begin-after-end`, `not-whole-seconds`, `in-the-future`, `too-old`, `unknown-instance`, `before-opening`, `after-release`, `not-pay-per-use`, `unknown-package`, `not-a-package`, `other-charge-item`, `charge-item-missing`, `test-instance`, `not-a-test-instance`, `window-closed`. Of a `conflict`: `other-content`, `window-taken`. Expect unknown ones.
       * @example too-many-decimals
       */
      readonly code: string | null
      /**
       * @description The same in one sentence.
       * @example value has 5 decimals, and the store takes 4
       */
      readonly reason: string | null
      /**
       * @description Where the member is in the body, a JSON Pointer as a fragment.
       * @example #/records/0/value
       */
      readonly pointer: string | null
      /**
       * @description `same-time` where it was added to usage of the same instance, begin and end under another id: right for several meters, and wrong for a client that makes a new id at each attempt. `shifted` where the usage of its time had been closed: it gets a usage record of its own, whose end is some seconds earlier. `null` otherwise. Expect unknown ones.
       * @example same-time
       */
      readonly warning: string | null
    }
    /** @description What became of the records of a request. */
    readonly UsageReport: {
      /**
       * @description How many were accepted now.
       * @example 1
       */
      readonly accepted: number
      /**
       * @description How many were accepted before.
       * @example 0
       */
      readonly repeated: number
      /**
       * @description How many were refused.
       * @example 0
       */
      readonly refused: number
      /**
       * @description How many were in conflict with what was accepted before.
       * @example 0
       */
      readonly conflict: number
      /**
       * @description How many were about nothing.
       * @example 0
       */
      readonly nothing: number
      /** @description One entry for each record, in the order of the request. */
      readonly results: readonly components['schemas']['UsageResult'][]
    }
    /**
     * @description `open`, records are still added; `ready` to be pushed; `sending`; `held`, the store does not take it yet, and it is tried again by itself; `parked`, it was refused and waits for an operator; `taken` by the store; `expired`, the store takes it no more; `void`, taken back by an operator. Expect unknown ones.
     * @example taken
     * @enum {string}
     */
    readonly UsageWindowState:
      | 'open'
      | 'ready'
      | 'sending'
      | 'held'
      | 'parked'
      | 'taken'
      | 'expired'
      | 'void'
    /**
     * @description An amount as decimal text, never a JSON number, which would lose digits.
     * @example 12.5
     */
    readonly DecimalText: string
    /** @description One usage record of the store (话单). */
    readonly UsageWindow: {
      /**
       * Format: uuid
       * @description Its id (话单唯一标识), the same at every push.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly meteringSn: string
      /**
       * @description The site of the store.
       * @example china
       */
      readonly site: string
      /**
       * @description Name of the production address (生产系统接口地址) whose key signs its push.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether it is of an instance that the debugger bought, and was reported on purpose.
       * @example false
       */
      readonly test: boolean
      /**
       * @description The pay-per-use instance (按需实例).
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      /**
       * @description The package instance that it draws from; `null` for none.
       * @example 5d0c7f5e-2f4b-4c33-a0a7-9b1e6f0c2d84
       */
      readonly packageInstanceId: string | null
      /**
       * Format: date-time
       * @description Begin of the metered time.
       * @example 2026-11-18T10:00:00Z
       */
      readonly beginTime: string
      /**
       * Format: date-time
       * @description End of the metered time, as the store is told it.
       * @example 2026-11-18T11:00:00Z
       */
      readonly endTime: string
      /** @description The sum of its records, decimal text. */
      readonly value: components['schemas']['DecimalText']
      /**
       * @description How many records it is the sum of.
       * @example 60
       */
      readonly records: number
      readonly state: components['schemas']['UsageWindowState']
      /**
       * @description What the store said last, a code of the record (话单级错误码, `001` to `013`) or of the call (`MKT.9001`); `null` where it said nothing of it. Beside them `product-unknown`, the old push waits for the order to be read; `refused`, no code of the store came.
       * @example 006
       */
      readonly code: string | null
      /**
       * @description Why it is in this state, in one sentence; `null` where there is nothing to say.
       * @example the product has left the market
       */
      readonly reason: string | null
      /**
       * @description Whether an attempt had no answer, so that the store may have taken it.
       * @example false
       */
      readonly uncertain: boolean
      /**
       * @description How often it was pushed.
       * @example 1
       */
      readonly attempts: number
      /**
       * Format: date-time
       * @description When the next step is due by itself; `null` where there is none.
       * @example 2026-11-18T11:01:00Z
       */
      readonly nextAt: string | null
      /**
       * Format: date-time
       * @description When it is given up as expired, an hour before the store's 21 days are over.
       * @example 2026-12-09T09:00:00Z
       */
      readonly deadline: string
      /** @description The time that was reported, where the usage of that time had been closed; `null` otherwise. */
      readonly shiftedFrom: {
        /**
         * Format: date-time
         * @description Begin as reported.
         * @example 2026-11-18T10:00:00Z
         */
        readonly beginTime: string
        /**
         * Format: date-time
         * @description End as reported.
         * @example 2026-11-18T11:00:00Z
         */
        readonly endTime: string
      } | null
      /**
       * Format: date-time
       * @description When its first record came.
       * @example 2026-11-18T10:01:03Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When it changed last.
       * @example 2026-11-18T11:01:04Z
       */
      readonly updatedAt: string
    }
    /** @description A page of usage records, newest first. */
    readonly UsageWindowList: {
      /** @description What is on this page. */
      readonly items: readonly components['schemas']['UsageWindow'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description The call that it was pushed with last; `null` before the first. */
    readonly UsagePush: {
      /**
       * Format: uuid
       * @description Koogate's id of the call.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b99
       */
      readonly batchId: string
      /**
       * @description How many usage records it carried.
       * @example 240
       */
      readonly records: number
      /**
       * Format: date-time
       * @description When it was sent.
       * @example 2026-11-18T11:01:04Z
       */
      readonly sentAt: string
      /**
       * Format: date-time
       * @description When its answer was read; `null` where none came.
       * @example 2026-11-18T11:01:05Z
       */
      readonly answeredAt: string | null
      /**
       * @description HTTP status of the answer.
       * @example 200
       */
      readonly status: number | null
      /**
       * @description The store's code of the call, or why no answer came.
       * @example MKT.0000
       */
      readonly code: string | null
      /**
       * @description The same in the store's words.
       * @example success
       */
      readonly message: string | null
    } | null
    /** @description A record as it was accepted. */
    readonly AcceptedUsage: {
      /**
       * @description The product's own id of it; `key:…` where an `Idempotency-Key` stands for one.
       * @example meter-7/2026-11-18T10
       */
      readonly recordId: string
      /** @description Its part of the sum, decimal text. */
      readonly value: components['schemas']['DecimalText']
      /**
       * Format: date-time
       * @description When it came.
       * @example 2026-11-18T10:01:03Z
       */
      readonly receivedAt: string
    }
    /** @description One usage record of the store (话单), with what it is the sum of. */
    readonly UsageWindowDetail: components['schemas']['UsageWindow'] & {
      readonly push: components['schemas']['UsagePush']
      /** @description The records, at most 1,000, as long as they are kept. */
      readonly accepted: readonly components['schemas']['AcceptedUsage'][]
    }
    /** @description The usage of one day. */
    readonly UsageDay: {
      /**
       * Format: date
       * @description The day in Beijing.
       * @example 2026-11-18
       */
      readonly day: string
      /**
       * @description How many usage records of the store begin on it.
       * @example 24
       */
      readonly windows: number
      /** @description Their sum, decimal text. */
      readonly value: components['schemas']['DecimalText']
      /**
       * @description How many of them the store has not taken and still takes.
       * @example 2
       */
      readonly waiting: number
      /** @description The sum of those, decimal text. */
      readonly waitingValue: components['schemas']['DecimalText']
      /**
       * @description How many of them the store takes no more.
       * @example 0
       */
      readonly expired: number
      /** @description The sum of those, decimal text. */
      readonly expiredValue: components['schemas']['DecimalText']
    }
    /** @description The usage of one instance by day. */
    readonly UsageDays: {
      /** @description One entry for each day on which usage begins. */
      readonly items: readonly components['schemas']['UsageDay'][]
    }
    /** @description What is in one state. */
    readonly UsageStateSum: {
      readonly state: components['schemas']['UsageWindowState']
      /**
       * @description How many usage records of the store.
       * @example 240
       */
      readonly windows: number
      /**
       * @description How many records they are the sum of.
       * @example 14400
       */
      readonly records: number
      /** @description Their sum, decimal text; of several instances it mixes units. */
      readonly value: components['schemas']['DecimalText']
    }
    /** @description Pushes that are held up. */
    readonly UsageHold: {
      /**
       * @description The site.
       * @example china
       */
      readonly site: string
      /**
       * @description The production address (生产系统接口地址) whose pushes are held up; `null` for all of the site.
       * @example main
       */
      readonly address: string | null
      /**
       * Format: date-time
       * @description When they are tried again; `null` where they are not held up now.
       * @example 2026-11-18T11:11:00Z
       */
      readonly until: string | null
      /**
       * @description Why, in one sentence.
       * @example MKT.0102: no key of address main holds
       */
      readonly reason: string | null
      /**
       * @description How many records a call carries at most, where the store has refused more; `null` for what the settings have.
       * @example 500
       */
      readonly recordsPerCall: number | null
    }
    /** @description How much usage waits, and why. */
    readonly UsageSummary: {
      /** @description One entry for each state in which something is; what is over only of one instance. */
      readonly states: readonly components['schemas']['UsageStateSum'][]
      /**
       * Format: date-time
       * @description Begin of the oldest usage that the store has not taken; `null` where none waits.
       * @example 2026-11-18T10:00:00Z
       */
      readonly oldestBeginTime: string | null
      /**
       * Format: date-time
       * @description When the first of it expires.
       * @example 2026-12-09T09:00:00Z
       */
      readonly nextDeadline: string | null
      /**
       * @description How many usage records that wait are older than 14 days.
       * @example 0
       */
      readonly atRisk: number
      /** @description Pushes that are held up or carry less. */
      readonly holds: readonly components['schemas']['UsageHold'][]
    }
    /** @description Which usage records. Members are joined by and; one at least of `meteringSn`, `instanceId`, `state`, `code`, `address`, `from` and `until` is there. */
    readonly SelectUsageWindows: {
      /**
       * Format: uuid
       * @description This one.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly meteringSn?: string
      /**
       * @description Those of this instance.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId?: string
      /** @description Those in this state. */
      readonly state?: components['schemas']['UsageWindowState']
      /**
       * @description Those about which the store said this last.
       * @example 006
       */
      readonly code?: string
      /**
       * @description Those whose pushes this production address (生产系统接口地址) signs.
       * @example main
       */
      readonly address?: string
      /**
       * Format: date-time
       * @description Those that begin then or later.
       * @example 2026-11-18T00:00:00Z
       */
      readonly from?: string
      /**
       * Format: date-time
       * @description Those that begin before.
       * @example 2026-11-19T00:00:00Z
       */
      readonly until?: string
      /**
       * @description Those too that the store may have taken, since no answer came to an attempt. Counts for taking back only; pushing again is safe. Defaults to `false`.
       * @example false
       */
      readonly uncertain?: boolean
      /**
       * @description Counts them and does nothing. Defaults to `false`.
       * @example true
       */
      readonly dryRun?: boolean
    }
    /** @description Usage records that are left as they are for one reason. */
    readonly SkippedUsage: {
      /**
       * @description Records are still added, so it is not pushed yet (`open`); it is being sent (`sending`); the store has taken it (`taken`) or may have (`uncertain`); the store takes it no more (`expired`); it was taken back (`void`). Expect unknown ones.
       * @example sending
       * @enum {string}
       */
      readonly reason:
        | 'open'
        | 'sending'
        | 'taken'
        | 'uncertain'
        | 'expired'
        | 'void'
      /**
       * @description How many usage records of the store.
       * @example 1
       */
      readonly windows: number
    }
    /** @description How much it is about. */
    readonly SelectedUsage: {
      /**
       * @description How many usage records of the store.
       * @example 3
       */
      readonly windows: number
      /**
       * @description How many records they are the sum of.
       * @example 180
       */
      readonly records: number
      /** @description Their sum, decimal text; of several instances it mixes units. */
      readonly value: components['schemas']['DecimalText']
      /**
       * @description How many others match, and are left as they are, because the store has taken them or may have, they are being sent, or they are over.
       * @example 1
       */
      readonly skipped: number
      /** @description The same by the reason; a reason for which there are none is left out. */
      readonly skippedBy: readonly components['schemas']['SkippedUsage'][]
      /**
       * @description Whether they were only counted.
       * @example true
       */
      readonly dryRun: boolean
    }
    /** @description A step of an order under service supervision. */
    readonly NoteDeliveryRequest: {
      /**
       * @description The step that was taken in the seller centre, or by the buyer.
       * @example delivered
       * @enum {string}
       */
      readonly step:
        | 'confirmed'
        | 'delivering'
        | 'delivered'
        | 'signed'
        | 'accepted'
        | 'appealed'
      /**
       * @description A word for whoever looks at it later; no place for what is personal. It is kept enciphered.
       * @example handover protocol uploaded
       */
      readonly note?: string | null
      /**
       * Format: date-time
       * @description When it happened, not in the future; left out or `null` it is now.
       * @example 2026-11-20T02:10:00Z
       */
      readonly at?: string | null
    }
    /** @description What was read of the file of a bill (话单管理). No document of the store lists its columns, so it is told which were taken for what. */
    readonly UsageBill: {
      /**
       * @description How the file was written.
       * @example gb18030
       */
      readonly encoding: string
      /** @description Which column of the file was taken for which member. */
      readonly columns: readonly {
        /**
         * @description `instanceId`, `beginTime`, `endTime`, `value`, `meteringSn` or `state`.
         * @example instanceId
         */
        readonly member: string
        /**
         * @description The header as the file has it.
         * @example 实例ID
         */
        readonly header: string
      }[]
      /**
       * @description The time zone in which times without one were read.
       * @example Asia/Shanghai
       */
      readonly timeZone: string
      /**
       * @description How many records the file has; sums and empty lines are none.
       * @example 1204
       */
      readonly lines: number
      /**
       * @description The sum of the values of those that were not read as refused, as decimal text.
       * @example 19023.75
       */
      readonly billedValue: string
      /**
       * @description How many of them Koogate sent, with the same value.
       * @example 1201
       */
      readonly matched: number
      /** @description The words of the column for the state, with how often each is there and whether it was read as a refusal; empty without such a column. The words are documented nowhere. */
      readonly states: readonly {
        /**
         * @description As the file has it.
         * @example 处理失败
         */
        readonly word: string
        /**
         * @description How many records have it.
         * @example 2
         */
        readonly lines: number
        /**
         * @description Whether it was read as a refusal.
         * @example true
         */
        readonly refused: boolean
      }[]
      /**
       * Format: date-time
       * @description Windows that end after this were looked for in the file.
       * @example 2026-11-17T16:00:00.000Z
       */
      readonly from: string
      /**
       * Format: date-time
       * @description Windows that end at this time or before were looked for in the file.
       * @example 2026-11-18T16:00:00.000Z
       */
      readonly to: string
    }
    /** @description One comparison with the store (对账), and what it found. */
    readonly Reconciliation: {
      /**
       * Format: uuid
       * @description Id of the reconciliation.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
       */
      readonly id: string
      /**
       * @description Whether orders and instances were compared with the order query (`orders`), or usage with a bill (`usage_bill`). Expect unknown ones.
       * @example orders
       * @enum {string}
       */
      readonly kind: 'orders' | 'usage_bill'
      /**
       * @description The site.
       * @example china
       */
      readonly site: string
      /**
       * @description Whether orders are still being asked for (`running`), all were (`done`), it ended for a reason in `error` (`failed`), or an operator has ended it (`cancelled`). Expect unknown ones.
       * @example done
       * @enum {string}
       */
      readonly state: 'running' | 'done' | 'failed' | 'cancelled'
      /**
       * @description Who began it, a request or the daily job. Expect unknown ones.
       * @example request
       * @enum {string}
       */
      readonly startedBy: 'request' | 'daily'
      /**
       * Format: date-time
       * @description The `since` of the request.
       * @example null
       */
      readonly since: string | null
      /**
       * @description How many orders it is about.
       * @example 1250
       */
      readonly orders: number
      /**
       * @description How many of them the store was asked for.
       * @example 1210
       */
      readonly asked: number
      /**
       * @description How many nothing was found of: those of SaaS V1 and License 1.0, which the store is never asked for, since their own calls told; and orders that could not be compared for a defect of Koogate's, six times in a row, which its log names.
       * @example 40
       */
      readonly skipped: number
      /** @description How many drifts are in each state. */
      readonly drifts: {
        /**
         * @description Somebody has to look.
         * @example 3
         */
        readonly open: number
        /**
         * @description Being repaired.
         * @example 0
         */
        readonly applying: number
        /**
         * @description Repaired.
         * @example 17
         */
        readonly applied: number
        /**
         * @description The repair did not succeed.
         * @example 0
         */
        readonly failed: number
        /**
         * @description Put right by something else before.
         * @example 0
         */
        readonly gone: number
      }
      /** @description What was read of the file, of a bill. */
      readonly bill: components['schemas']['UsageBill'] | null
      /**
       * @description Why it failed, or while it runs why the last order could not be asked for; `null` where nothing is wrong.
       * @example null
       */
      readonly error: string | null
      /**
       * Format: date-time
       * @description When it began.
       * @example 2026-11-19T03:00:00.000Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When it went on last.
       * @example 2026-11-19T03:04:11.000Z
       */
      readonly updatedAt: string
      /**
       * Format: date-time
       * @description When it ended; `null` while it runs.
       * @example 2026-11-19T03:04:11.000Z
       */
      readonly endedAt: string | null
    }
    /** @description A page of reconciliations, newest first. */
    readonly ReconciliationList: {
      /** @description The reconciliations of this page. */
      readonly items: readonly components['schemas']['Reconciliation'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description What is compared. Without any member it is all that Koogate keeps of the one site that has credentials of the store. */
    readonly CreateReconciliation: {
      /**
       * @description The site (站点) whose orders are asked for. It may be left out where there is one.
       * @example china
       */
      readonly site?: string
      /**
       * Format: date-time
       * @description Only orders that Koogate heard of then or later, and failed calls that came then or later. Without it all orders that are kept, and the failed calls of 90 days.
       * @example 2026-11-01T00:00:00Z
       */
      readonly since?: string
      /** @description These orders and no others, whether Koogate knows them or not: those of an export of the console (订单管理, 导出订单), since no interface lists orders. */
      readonly orderIds?: readonly components['schemas']['OrderId'][]
    }
    /**
     * @description What does not agree. What the order query (查询订单) shows:
     *     `order_unknown`: the store shows an order or an order line that Koogate does not have.
     *     `order_unread`: Koogate knows the order and could never read it, and the store shows it.
     *     `order_differs`: product, quantity, period, expiry, amount, type or charging mode of the order line are not what the store shows, or the instance has not taken over what its order shows.
     *     `trial_differs`: by its order the instance is a trial (试用) and counts here as bought, or the reverse.
     *     `order_not_applied`: the store called with a renewal or an upgrade that the last attempt here refused, and the order is there.
     *     `instance_missing`: the store called for a purchase that the last attempt here refused, the order is there, and no instance is.
     *     `instance_failed`: the order is there, and the provisioning of its instance has failed.
     *     `refund_not_applied`: the order is an unsubscription (退订), and the instance that it bought, or that the store wanted released by it, still lives.
     *     `unknown_at_store`: the store does not give the order that bought an instance which lives here.
     *     What a bill of usage (话单) shows:
     *     `sent_not_billed`: the store took a record that the bill lacks. `sent_not_accepted`: the bill has it in a state that reads like a refusal. `billed_not_sent`: the bill has a record that Koogate did not send. `value_differs`: both have it, with another value.
     *     Expect unknown ones.
     * @example order_unread
     * @enum {string}
     */
    readonly DriftKind:
      | 'order_unknown'
      | 'order_unread'
      | 'order_differs'
      | 'trial_differs'
      | 'order_not_applied'
      | 'instance_missing'
      | 'instance_failed'
      | 'refund_not_applied'
      | 'unknown_at_store'
      | 'sent_not_billed'
      | 'sent_not_accepted'
      | 'billed_not_sent'
      | 'value_differs'
    /**
     * @description What puts it right, once somebody wants it:
     *     `take_in`: the order is kept as the store shows it; no instance is made of it.
     *     `read`: the order is read again, and its instance completed.
     *     `rerun`: the kept call of the store (接口消息) is run again by the same rules.
     *     `release`: the instance is released, as by the call of the store.
     *     `flag`: the instance gets an `attention`, and is not found again; nobody is cut off for what may be another account's order.
     *     `send_again`: the usage is sent once more, under a new `metering_sn`.
     *     `none`: nothing can be done from here; `text` says where.
     *     Expect unknown ones.
     * @example read
     * @enum {string}
     */
    readonly DriftRepair:
      | 'take_in'
      | 'read'
      | 'rerun'
      | 'release'
      | 'flag'
      | 'send_again'
      | 'none'
    /**
     * @description Whether somebody has to look (`open`), its repair is under way (`applying`), done (`applied`) or did not succeed (`failed`: it may be applied again); `gone` where it was put right by something else before. Expect unknown ones.
     * @example open
     * @enum {string}
     */
    readonly DriftState: 'open' | 'applying' | 'applied' | 'failed' | 'gone'
    /** @description A value that is not the same here and at the store. */
    readonly DriftDifference: {
      /**
       * @description What differs, as an order or an instance calls it.
       * @example quantity
       */
      readonly field: string
      /**
       * @description What Koogate has, as text; `null` for nothing.
       * @example 10
       */
      readonly ours: string | null
      /**
       * @description What the store shows, as text; `null` for nothing.
       * @example 50
       */
      readonly store: string | null
    }
    /** @description The usage record (话单) that a drift of a bill is about. */
    readonly DriftUsage: {
      /**
       * Format: date-time
       * @description When the use began.
       * @example 2026-11-18T08:00:00.000Z
       */
      readonly beginTime: string
      /**
       * Format: date-time
       * @description When it ended.
       * @example 2026-11-18T09:00:00.000Z
       */
      readonly endTime: string
      /**
       * @description The `metering_sn` that it was sent under, or that the bill has; `null` where neither is known.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c91
       */
      readonly meteringSn: string | null
      /**
       * @description What was sent, as decimal text; `null` where nothing was.
       * @example 12.5
       */
      readonly value: string | null
      /**
       * @description What the bill has, as decimal text; `null` where it has nothing.
       * @example null
       */
      readonly billedValue: string | null
      /**
       * @description The record of the file, its header not counted; `null` where the bill has none.
       * @example null
       */
      readonly line: number | null
    }
    /** @description One thing that does not agree with the store, and what would put it right. */
    readonly Drift: {
      /**
       * Format: uuid
       * @description Id of the drift.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c11
       */
      readonly id: string
      /**
       * Format: uuid
       * @description The reconciliation that found it.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
       */
      readonly reconciliationId: string
      readonly kind: components['schemas']['DriftKind']
      readonly repair: components['schemas']['DriftRepair']
      readonly state: components['schemas']['DriftState']
      /**
       * @description The site.
       * @example china
       */
      readonly site: string
      /**
       * @description The order (订单); `null` of a bill.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The order line (订单行); `null` where the whole order is meant, and of a bill.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId: string | null
      /**
       * @description The instance (实例) that it is about, if there is one.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * Format: uuid
       * @description The kept call that `rerun` runs again; `null` for any other repair.
       * @example null
       */
      readonly messageId: string | null
      /**
       * @description What is wrong, in one sentence for the operator.
       * @example order line CS2211181819B4LVS-000001 was never read, and the store shows it
       */
      readonly text: string
      /** @description What differs, value by value; empty where the thing as a whole is missing. */
      readonly differences: readonly components['schemas']['DriftDifference'][]
      /** @description The usage record, of a drift of a bill. */
      readonly usage: components['schemas']['DriftUsage'] | null
      /**
       * Format: date-time
       * @description When it was found.
       * @example 2026-11-19T03:00:07.000Z
       */
      readonly foundAt: string
      /**
       * Format: date-time
       * @description When its repair was applied, or was seen to be needless; `null` until then.
       * @example null
       */
      readonly appliedAt: string | null
      /**
       * @description What the last attempt of the repair came to: the new `metering_sn`, what a call that was run again was answered, or why it failed.
       * @example null
       */
      readonly result: string | null
    }
    /** @description A page of drifts, newest first. */
    readonly DriftList: {
      /** @description The drifts of this page. */
      readonly items: readonly components['schemas']['Drift'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description Which drifts of a reconciliation are repaired. Members are joined by and; without any it is all that can be. */
    readonly ApplyDrifts: {
      readonly kind?: components['schemas']['DriftKind']
      readonly repair?: components['schemas']['DriftRepair']
      /**
       * @description Those of this order.
       * @example CS2211181819B4LVS
       */
      readonly orderId?: string
      /**
       * @description Those of this instance.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId?: string
      /**
       * @description Counts them and repairs nothing. Defaults to `false`.
       * @example true
       */
      readonly dryRun?: boolean
    }
    /** @description What became of the drifts that match. */
    readonly AppliedDrifts: {
      /**
       * @description How many match and were neither repaired before nor can only be put right elsewhere.
       * @example 17
       */
      readonly matching: number
      /**
       * @description The usage that would be sent again, or was, summed up as decimal text; `null` where none of them is about usage.
       * @example null
       */
      readonly value: string | null
      /**
       * @description How many were repaired.
       * @example 16
       */
      readonly applied: number
      /**
       * @description How many were put right by something else before.
       * @example 1
       */
      readonly gone: number
      /**
       * @description How many repairs did not succeed.
       * @example 0
       */
      readonly failed: number
      /**
       * @description How many were not tried, because the time of a request was over. Call again for them.
       * @example 0
       */
      readonly remaining: number
      /**
       * @description Whether they were only counted.
       * @example false
       */
      readonly dryRun: boolean
    }
    /**
     * @description The authorisation code (授权码), made by the store, one for each license that was bought.
     * @example PL20230523000001
     */
    readonly LicenseCode: string
    /**
     * @description Where the license is in its life: being made (生成中), made (有效), frozen (已冻结), released (已释放), refused (生成失败). An online license (A) keeps its state when its instance is frozen or released; one of License 1.0 (B) follows its instance.
     * @example active
     * @enum {string}
     */
    readonly LicenseStatus:
      | 'provisioning'
      | 'active'
      | 'frozen'
      | 'released'
      | 'failed'
    /**
     * @description Koogate's id of the license, a keyed hash of what tells a repeat of its application, order or code; it tells nothing of them.
     * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
     */
    readonly LicenseId: string
    /** @description Whether the store has the license (字符串文件流上传); only one of the online license (A) is uploaded. */
    readonly LicenseUpload: {
      /**
       * @description `none` nothing is uploaded (not made yet, a test, or another family); `waiting` it is being tried; `done` the store has it; `refused` the store does not take it, `code` tells why, and another content may be put.
       * @example done
       * @enum {string}
       */
      readonly state: 'none' | 'waiting' | 'done' | 'refused'
      /**
       * @description The store's last result code, `unreachable` if none came; `null` before the first answer.
       * @example CBC.0000
       */
      readonly code: string | null
    }
    /** @description A license (授权) that was made for an application or an order, or a code (授权码) that the store made. Neither the license nor the code is ever shown. */
    readonly License: {
      readonly licenseId: components['schemas']['LicenseId']
      /**
       * @description Name of the production address (生产系统接口地址) its first call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family; `license-a` the online license, `license-b` License 1.0, `license-c` a code of License 2.0. Expect unknown ones.
       * @example license-a
       * @enum {string}
       */
      readonly family: 'license-a' | 'license-b' | 'license-c'
      /**
       * @description Whether the debugger or the dial test asked for it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description The instance (实例ID) it belongs to; `null` for a code.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order that bought it; of a code the one that renewed it last. `null` if none is known.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The store's number of the application (业务流水号, A); `null` for any other.
       * @example 5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21
       */
      readonly eventId: string | null
      /**
       * @description The code (授权码, C), masked without `personal`; `null` for any other.
       * @example PL***01
       */
      readonly code: string | null
      /**
       * @description What the license is bound to, in the clear, so that it can be made by hand. The fingerprint of a device (设备指纹, A), or the buyer's identification code (识别码, B);
       *     `null` if the call named none, and for a code.
       * @example 04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672
       */
      readonly madeFor: string | null
      /**
       * @description The product (产品ID); `null` if it is not known.
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      readonly status: components['schemas']['LicenseStatus']
      /**
       * Format: date-time
       * @description Its first moment, as the application asks (A); `null` for any other.
       * @example 2026-11-18T10:30:15Z
       */
      readonly effectiveTime: string | null
      /**
       * Format: date-time
       * @description When it expires; `null` if the store has not sent it.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
      /**
       * Format: date-time
       * @description When the code was activated, as far as it is known (C); `null` for any other, and for a code that was never activated or checked here.
       * @example 2026-01-02T15:35:55Z
       */
      readonly activatedAt: string | null
      /**
       * @description What the store said of the code when it was checked last (C); `null` for any other, and before.
       * @example alive
       * @enum {string|null}
       */
      readonly codeStatus: 'alive' | 'expired' | 'released' | null
      readonly upload: components['schemas']['LicenseUpload']
      /** @description Why it was refused; `null` unless `status` is `failed`. */
      readonly failure: components['schemas']['Failure'] | null
      /**
       * Format: uri-reference
       * @description Path and query below which the calls about this license are listed.
       * @example /api/v1/messages?licenseId=5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
       */
      readonly messages: string
      /**
       * @description How often it was written; in quotes the `ETag`, which a change may name in `If-Match`.
       * @example 7
       */
      readonly version: number
      /**
       * Format: date-time
       * @description When its first call came.
       * @example 2026-11-18T10:30:16Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When anything of it last changed.
       * @example 2026-11-18T10:30:18Z
       */
      readonly updatedAt: string
    }
    /** @description A page of licenses, newest first. */
    readonly LicenseList: {
      /** @description The licenses of this page. */
      readonly items: readonly components['schemas']['License'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /**
     * Text
     * @description A license as a text. Up to 1,024 characters the store gets it as characters, a longer one as a file.
     */
    readonly PutLicenseText: {
      /**
       * @description The license (License串), exactly as the buyer gets it.
       * @example eyJsaWNlbnNlIjoiQUJDRC0xMjM0In0.MEUCIQDn
       */
      readonly text: string
    }
    /**
     * File
     * @description A license as a file; not for License 1.0, which answers with a text.
     */
    readonly PutLicenseFile: {
      /**
       * @description Name of the file, without a folder. The store takes 1,024 characters, file systems no more than this.
       * @example license.lic
       */
      readonly fileName: string
      /**
       * @description The bytes of the file in base64.
       * @example TElDRU5TRS0xCg==
       */
      readonly base64: string
    }
    /** @description The license, as a text or as a file. */
    readonly PutLicenseContentRequest:
      | components['schemas']['PutLicenseText']
      | components['schemas']['PutLicenseFile']
    /**
     * @description Name of a production address (生产系统接口地址) of the seller's account that sold the code. It may be left out where all addresses are of one account.
     * @example main
     */
    readonly CodeAddress: string
    /** @description Codes that buyers brought. */
    readonly ActivateLicenseCodesRequest: {
      /** @description The codes (授权码). */
      readonly codes: readonly string[]
      /**
       * Format: date-time
       * @description When the service was really delivered and began, for all of the codes; not before the order. Left out or `null` it is the moment of the activation.
       * @example 2026-01-02T15:35:55Z
       */
      readonly effectiveTime?: string | null
      readonly address?: components['schemas']['CodeAddress']
    }
    /** @description What became of one code. */
    readonly ActivatedLicenseCode: {
      /**
       * @description The code, as the request has it.
       * @example PL20260102000001
       */
      readonly code: string
      /**
       * @description Koogate's id of its license, of which `GET /api/v1/licenses/{licenseId}` tells the rest; `null` unless it is active.
       * @example e21b7730c9d64f18a05b3c4d6e7f8091
       */
      readonly licenseId: string | null
      /**
       * @description `activated` now; `already_active` before, which the store was asked to confirm unless Koogate knew it; `not_yet` because the buyer has not received the code, which passes; `unknown` to the store; `refused` for another reason that stays; `failed` because the store could not be asked or had no time, which passes. Expect unknown ones.
       * @example activated
       * @enum {string}
       */
      readonly outcome:
        | 'activated'
        | 'already_active'
        | 'not_yet'
        | 'unknown'
        | 'refused'
        | 'failed'
      /**
       * @description The result code of the store, or `unreachable` and the like where none came; `null` where it was not asked.
       * @example 92020000
       */
      readonly storeCode: string | null
    }
    /** @description What became of each code. */
    readonly ActivatedLicenseCodes: {
      /** @description One entry for each code, in the order of the request. */
      readonly items: readonly components['schemas']['ActivatedLicenseCode'][]
    }
    /** @description A code that is being used, and by whom. */
    readonly CheckLicenseCodeRequest: {
      /**
       * @description The code (授权码).
       * @example PL20260102000001
       */
      readonly code: string
      /**
       * @description What the client signs in as, an account or device number (客户端登录标识). If the code is usable it is reported to the store, once a day; until then it is kept enciphered, and after that as a keyed hash only. Not together with `activeClients`.
       * @example account1
       */
      readonly client?: string | null
      /**
       * @description How many clients the seller's product has counted on this day so far (当日总计活跃客户端数量), for who counts them himself; a later number replaces it. Not together with `client`.
       * @example 100
       */
      readonly activeClients?: number | null
      readonly address?: components['schemas']['CodeAddress']
    }
    /** @description Whether a code may be used. */
    readonly LicenseCodeCheck: {
      /**
       * @description Koogate's id of its license; `null` for a code that the store does not know, or that was never checked.
       * @example e21b7730c9d64f18a05b3c4d6e7f8091
       */
      readonly licenseId: string | null
      /**
       * @description What the store said of it: `alive` in use (正常), `expired` (过期), `released` (已释放), `not_activated`, or `unknown` to the store; `unchecked` if it was never asked with success. An answer of the cache is `expired`, `frozen` (冻结) or `released` if that became known since. Expect unknown ones.
       * @example alive
       * @enum {string}
       */
      readonly status:
        | 'alive'
        | 'expired'
        | 'frozen'
        | 'released'
        | 'not_activated'
        | 'unknown'
        | 'unchecked'
      /**
       * @description Whether the software may run. Without it, send the buyer to the store, to renew if it is `expired`.
       * @example true
       */
      readonly usable: boolean
      /**
       * Format: date-time
       * @description When it expires, as the store said; `null` if it did not. The form and the zone of that time are inferred, UTC.
       * @example 2027-01-02T15:35:55Z
       */
      readonly expireTime: string | null
      /**
       * Format: date-time
       * @description When the store said so; `null` if it never did.
       * @example 2026-11-18T10:19:31Z
       */
      readonly asOf: string | null
      /**
       * @description Whether the store was asked now, or before.
       * @example store
       * @enum {string}
       */
      readonly source: 'store' | 'cache'
      /**
       * @description Why the store did not answer, where it was to be asked now and did not; `null` otherwise.
       * @example null
       */
      readonly storeCode: string | null
    }
    /**
     * @description The tenant's id (租户ID) at the store.
     * @example 68cbc86abc2018ab880d92f36422fa0e
     */
    readonly TenantId: string
    /**
     * @description The state: something of it came, but `tenantSync` did not yet (`expected`), bound (已绑定), deleted (已删除). What is deleted stays readable.
     * @example bound
     * @enum {string}
     */
    readonly BindingState: 'expected' | 'bound' | 'deleted'
    /**
     * @description The instance (实例ID) of the binding; `null` for the one without, which comes from creating an application credential (应用凭证).
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly BindingInstanceId: string | null
    /** @description A tenant under one instance. One tenant may be bound to several (多实例绑定). */
    readonly TenantBinding: {
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description The buyer's order (订单号); `null` if the store told none.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      readonly state: components['schemas']['BindingState']
      /**
       * @description The tenant's name as this binding tells it; `null` while it is expected.
       * @example 示例科技有限公司
       */
      readonly name: string | null
      /**
       * Format: date-time
       * @description When the store says the binding last changed; `null` while it is expected.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string | null
    }
    /** @description A tenant (租户), which is a buyer's enterprise, as the joint-operation kit (联营kit) tells it. Name, mark and domain are those of the binding that changed last, if one is bound of a bound one; `state` is `bound` if one binding is, else `expected` if one is, else `deleted`. */
    readonly Tenant: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, one for the real one and one for each test one; it may stand for `tenantId` in every path below `/api/v1/tenants` and needs neither `test` nor `address`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      /**
       * @description Name of the production address (生产系统接口地址) that the tenant's first binding came in at; the filter `address` finds the others too.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test sent it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description The tenant's mark (租户标识); `null` while it is expected.
       * @example example
       */
      readonly tenantCode: string | null
      /**
       * @description The enterprise's name (租户名称); `null` while it is expected.
       * @example 示例科技有限公司
       */
      readonly name: string | null
      /**
       * @description The tenant's address at the auth centre (统一域名地址), below which single sign-on is asked; `null` while it is expected.
       * @example https://example.tenantaccount.com
       */
      readonly domainName: string | null
      readonly state: components['schemas']['BindingState']
      /** @description The tenant's bindings, the one that came first first. */
      readonly bindings: readonly components['schemas']['TenantBinding'][]
      /**
       * Format: uri-reference
       * @description Path and query below which the calls about this tenant are listed, with the tenant id percent-encoded.
       * @example /api/v1/messages?tenantId=68cbc86abc2018ab880d92f36422fa0e
       */
      readonly messages: string
      /**
       * Format: date-time
       * @description When the first call about it came.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When one of its bindings last changed.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly updatedAt: string
    }
    /** @description A page of tenants, newest first. */
    readonly TenantList: {
      /** @description The tenants of this page. */
      readonly items: readonly components['schemas']['Tenant'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /**
     * Format: uri-reference
     * @description Path and query below which the calls about its tenant are listed.
     * @example /api/v1/messages?tenantId=68cbc86abc2018ab880d92f36422fa0e
     */
    readonly TenantMessages: string
    /** @description The credential of an application (应用) for one binding of a tenant. The secret is never shown. */
    readonly TenantApplication: {
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description The id of the application credential (应用ID).
       * @example KSIDJF1234456
       */
      readonly appId: string
      /**
       * @description The client id (客户端ID) at the auth centre.
       * @example 7Yb0cKz1Qm4vRt9sWx2e
       */
      readonly clientId: string
      /**
       * @description Whether a client secret (客户端密钥) is kept, which ends with the deletion.
       * @example true
       */
      readonly hasSecret: boolean
      /**
       * @description Whether the application is bound to the tenant (已绑定) or was deleted (已删除).
       * @example bound
       * @enum {string}
       */
      readonly state: 'bound' | 'deleted'
      readonly messages: components['schemas']['TenantMessages']
      /**
       * Format: date-time
       * @description When the store says it last changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string
      /**
       * Format: date-time
       * @description When the first call about it came.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When a call last changed it.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly updatedAt: string
    }
    /** @description A page of applications, newest first. */
    readonly TenantApplicationList: {
      /** @description The applications of this page. */
      readonly items: readonly components['schemas']['TenantApplication'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description A user to whom an application was granted, or from whom it was taken. Accounts, names, numbers and addresses are in clear to a token with the scope `personal` and masked to any other. */
    readonly TenantUser: {
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description The application (应用ID) of the authorisation.
       * @example KSIDJF1234456
       */
      readonly appId: string
      /**
       * @description The account (联营账号), masked without `personal`; the filter `userName` takes it in full.
       * @example z***1
       */
      readonly userName: string
      /**
       * @description The name (姓名), masked without `personal`.
       * @example 张***
       */
      readonly name: string | null
      /**
       * @description Code of the user's department (部门编码), which need not be known.
       * @example 10000
       */
      readonly orgCode: string | null
      /**
       * @description `admin` has the administrator's right in the application.
       * @example user
       * @enum {string}
       */
      readonly role: 'admin' | 'user'
      /**
       * @description Whether the account may be used (是否启用).
       * @example true
       */
      readonly enabled: boolean
      /**
       * @description Whether the user may use the application: granted (已授权), revoked (已取消授权) or deleted (已删除).
       * @example granted
       * @enum {string}
       */
      readonly state: 'granted' | 'revoked' | 'deleted'
      /**
       * @description Position (职位).
       * @example 系统管理员
       */
      readonly position: string | null
      /**
       * @description Staff number (工号), masked without `personal`.
       * @example A***3
       */
      readonly employeeCode: string | null
      /**
       * @description Kind of employment (员工类型), as text; `1` regular, `2` intern, `3` dispatched, `4` outsourced.
       * @example 1
       */
      readonly employeeType: string | null
      /**
       * @description Mobile number (手机号), masked without `personal`.
       * @example 159****2222
       */
      readonly mobile: string | null
      /**
       * @description E-mail address (邮箱), masked without `personal`.
       * @example l***@example.com
       */
      readonly email: string | null
      /**
       * @description Date of entry (入职日期), as it came.
       * @example 2022-11-16
       */
      readonly entryDate: string | null
      /**
       * @description Place of work (工作地点).
       * @example 深圳
       */
      readonly workPlace: string | null
      /**
       * @description Further members (扩展信息) that the store sent, private ones masked without `personal`.
       * @example {
       *       "accountSet": "001"
       *     }
       */
      readonly extension: Record<string, never> | string | null
      readonly messages: components['schemas']['TenantMessages']
      /**
       * Format: date-time
       * @description When the store says it last changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string
      /**
       * Format: date-time
       * @description When the first call about it came.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When a call last changed it.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly updatedAt: string
    }
    /** @description A page of users, newest first. */
    readonly TenantUserList: {
      /** @description The users of this page. */
      readonly items: readonly components['schemas']['TenantUser'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /**
     * @description Whether the department exists (`present`), was missing from a full list (`absent`), or was deleted (`deleted`).
     * @example present
     * @enum {string}
     */
    readonly DepartmentState: 'present' | 'absent' | 'deleted'
    /** @description A department (部门) of one binding of a tenant. */
    readonly TenantDepartment: {
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description The department's code (部门编码).
       * @example 10000
       */
      readonly orgCode: string
      /**
       * @description The department's name (部门名称).
       * @example 开发部
       */
      readonly name: string
      /**
       * @description Code of the department above (上级部门编码); `null` at the top.
       * @example 00000001
       */
      readonly parentCode: string | null
      readonly state: components['schemas']['DepartmentState']
      /**
       * @description Whether it is present and the department above it is not; it is joined when that one arrives.
       * @example false
       */
      readonly orphan: boolean
      /**
       * @description Whether a department that is present is directly below it, to be listed with `parentCode`.
       * @example true
       */
      readonly hasChildren: boolean
      readonly messages: components['schemas']['TenantMessages']
      /**
       * Format: date-time
       * @description When the store says it last changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string
      /**
       * Format: date-time
       * @description When the first call about it came.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When a call last changed it.
       * @example 2026-11-18T10:19:31.123Z
       */
      readonly updatedAt: string
    }
    /** @description A page of departments, newest first. */
    readonly TenantDepartmentList: {
      /** @description The departments of this page. */
      readonly items: readonly components['schemas']['TenantDepartment'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description A present department with those below it. */
    readonly DepartmentNode: {
      /**
       * @description The department's code (部门编码).
       * @example 10000
       */
      readonly orgCode: string
      /**
       * @description The department's name (部门名称).
       * @example 开发部
       */
      readonly name: string
      /**
       * @description Code of the department above (上级部门编码); `null` at the top.
       * @example 00000001
       */
      readonly parentCode: string | null
      /** @description The departments below it, by code. */
      readonly children: readonly components['schemas']['DepartmentNode'][]
      /**
       * @description How many departments below it are left out, because the tree ends at 100 levels; the flat list has them.
       * @example 0
       */
      readonly childrenLeftOut: number
    }
    /** @description The present departments of one binding, as a tree. */
    readonly DepartmentTree: {
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * Format: date-time
       * @description The time of the last full list; `null` if none came.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly departmentsAt: string | null
      /** @description The departments at the top, by code. */
      readonly roots: readonly components['schemas']['DepartmentNode'][]
      /** @description Departments whose upper department is unknown, absent or deleted, by code, with those below them. */
      readonly orphans: readonly components['schemas']['DepartmentNode'][]
    }
    /** @description A page of department trees, newest first. */
    readonly DepartmentTreeList: {
      /** @description The department trees of this page. */
      readonly items: readonly components['schemas']['DepartmentTree'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description The code that the browser brought to the product. */
    readonly SsoExchangeRequest: {
      /**
       * @description `code` of the address that `ssoReturn` was opened with. It is good for one exchange, within a minute.
       * @example mXk3b0Qe7wq1cF0u8pJ2xvY5rT9aLd6nS4hZgKiWoEs
       */
      readonly code: string
      /**
       * @description Whether the answer holds a `token` too, the same as a JWT. Defaults to no.
       * @default false
       * @example false
       */
      readonly jwt: boolean
    }
    /**
     * @description Id of the session, which the product keeps with its own.
     * @example 5b0f6c0e-6f0e-4c39-9a63-0a4b2f0d7c11
     */
    readonly SsoSessionId: string
    /** @description A session that Koogate keeps for a user who signed in. */
    readonly SsoSession: {
      readonly id: components['schemas']['SsoSessionId']
      /**
       * @description Name of the production address at which the user signed in. A product takes its own only.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the enterprise is the one of a test account (测试账号), bound by calls with `testFlag` `1`.
       * @example false
       */
      readonly test: boolean
      /**
       * @description How the login began: at the seller's own login with the enterprise named (`own`), on the unified login page (统一登录页), or from the workbench (企业工作台).
       * @example unified
       * @enum {string}
       */
      readonly entry: 'own' | 'unified' | 'workbench'
      /**
       * @description OAuth 2.0 or CAS.
       * @example oauth
       * @enum {string}
       */
      readonly protocol: 'oauth' | 'cas'
      /**
       * Format: date-time
       * @description When the user signed in.
       * @example 2026-11-26T08:15:02.417Z
       */
      readonly signedInAt: string
      /**
       * Format: date-time
       * @description When the product last said that the user is active.
       * @example 2026-11-26T08:15:02.417Z
       */
      readonly activeAt: string
      /**
       * Format: date-time
       * @description When it ends unless the product says before that the user is active: with a refresh token 30 days ahead, without one with the access token, by CAS 2 hours ahead.
       * @example 2026-12-26T08:15:02.417Z
       */
      readonly endsAt: string
    }
    /** @description The user as the auth centre reports it (用户信息). A user is the same one by tenant and `userName` together. */
    readonly SsoUser: {
      /**
       * @description The account (联营账号), equal to `userName` of the user sync.
       * @example zhangsan
       */
      readonly userName: string
      /**
       * @description Real name or nickname.
       * @example 张三
       */
      readonly name: string
      /**
       * @description `user`, or `admin` for an administrator of the enterprise; `null` if neither the auth centre nor the user sync says.
       * @example user
       */
      readonly role: string | null
      /**
       * @description Code of the department (部门编码).
       * @example 10000
       */
      readonly orgCode: string | null
      /**
       * @description Name of the department.
       * @example 开发部
       */
      readonly orgName: string | null
      /**
       * @description E-mail address.
       * @example null
       */
      readonly email: string | null
      /**
       * @description Mobile phone number.
       * @example null
       */
      readonly mobile: string | null
      /**
       * @description Id of the user at the auth centre, where it says one.
       * @example 20201029190841785-CB37-8BD36B
       */
      readonly userId: string | null
    }
    /** @description The enterprise (租户) of the user. */
    readonly SsoTenant: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, for every path below `/api/v1/tenants`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      /**
       * @description The tenant's mark (租户标识).
       * @example huawei
       */
      readonly tenantCode: string | null
      /**
       * @description Name of the enterprise (租户名称).
       * @example huaiweitest
       */
      readonly name: string | null
    }
    /**
     * @description What the user sync says of the user (用户授权同步): granted (已授权), granted to an account that is `disabled` (已禁用), `revoked` or deleted (已取消授权), or nothing yet (`unknown`): the sync may come a moment after the login.
     * @example granted
     * @enum {string}
     */
    readonly SsoAccess: 'granted' | 'disabled' | 'revoked' | 'unknown'
    /** @description An instance that the enterprise is bound to. */
    readonly SsoInstance: {
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description State of the instance; `null` for one that was not sold through this Koogate.
       * @example active
       * @enum {string|null}
       */
      readonly status:
        | 'provisioning'
        | 'active'
        | 'frozen'
        | 'failed'
        | 'released'
        | null
      readonly access: components['schemas']['SsoAccess']
    }
    /** @description Who signed in, and what this user may use. */
    readonly SsoSignOn: {
      readonly session: components['schemas']['SsoSession']
      readonly user: components['schemas']['SsoUser']
      readonly tenant: components['schemas']['SsoTenant']
      /** @description What the enterprise bought and is bound to, the binding that came first first; a released one too. Empty for a credential that is tried out without a purchase. */
      readonly instances: readonly components['schemas']['SsoInstance'][]
      /** @description The best access that the user has under any binding: `granted`, else `disabled`, else `revoked`, else `unknown`. */
      readonly access: components['schemas']['SsoAccess']
      /**
       * @description The same as a JWT (ES256), good for five minutes, `aud` the address, `sub` `<userName>@<tenantId>`; `null` unless `jwt` asks for it. Its key is at `/sso/jwks.json`.
       * @example null
       */
      readonly token: string | null
    }
    /**
     * @description The tenant's id (租户ID). One tenant may be bound to several instances.
     * @example 68cbc86****880d92f36422fa0e
     */
    readonly KitTenantId: string
    /** @description How the signature of a call was held against the keys. */
    readonly MessageSignature: {
      /**
       * @description The interface type (接口类型) whose key verifies the call; `null` for an interface that this version does not have.
       * @example basic
       * @enum {string|null}
       */
      readonly interfaceType:
        | 'basic'
        | 'v1'
        | 'license'
        | 'kit'
        | 'order'
        | null
      /**
       * @description `mismatch`, none of the accepted keys gives this signature; `no-key`, no key of this type is set; `clock`, the time of the call is more than 60 seconds away from ours; `null` where the signature held, or the call lacks one.
       * @example null
       * @enum {string|null}
       */
      readonly cause: 'mismatch' | 'no-key' | 'clock' | null
      /** @description The key that the signature held with; of a `mismatch` all keys that were accepted then, the current one first. Empty where no key was asked, as in a re-run, and for calls that came before this was kept. */
      readonly fingerprints: readonly string[]
    }
    /**
     * @description The result in words; a refusal names the parameter or the reason. Cut to 255 characters.
     * @example success.
     */
    readonly ResultMsg: string
    /** @description One call of the store (接口消息) and what became of it. */
    readonly Message: {
      /**
       * Format: uuid
       * @description Koogate's id of the message.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * @description Name of the production address it came to.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family; `saas-v2`, `saas-v1`, `license-a` the online license, `license-b` License 1.0, `license-c` License 2.0, `kit` the joint-operation kit. Expect unknown ones.
       * @example saas-v2
       * @enum {string}
       */
      readonly family:
        | 'saas-v2'
        | 'saas-v1'
        | 'license-a'
        | 'license-b'
        | 'license-c'
        | 'orders'
        | 'kit'
      /**
       * @description Which interface was called; `null` if the call does not say.
       * @example newInstance
       */
      readonly activity: string | null
      /**
       * @description The instance the call is about or has made; `null` if it is about none or about several.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order the call carries; `null` if it carries none.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The tenant (租户ID) that a kit call is about; `null` for any other call.
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId: string | null
      /**
       * @description Koogate's id of the license the call is about or has made; `null` if it is about none.
       * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
       */
      readonly licenseId: string | null
      /**
       * @description Whether the debugger or the dial test called (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description Whether its signature was verified. Of calls whose signature could not be verified only a sample is kept.
       * @example true
       */
      readonly verified: boolean
      readonly signature: components['schemas']['MessageSignature']
      /**
       * @description The result code it was answered with (调用结果码).
       * @example 000000
       */
      readonly resultCode: string
      readonly resultMsg: components['schemas']['ResultMsg']
      /**
       * Format: date-time
       * @description When it came.
       * @example 2026-11-18T10:19:31Z
       */
      readonly receivedAt: string
      /**
       * @description From the call to its answer, in milliseconds.
       * @example 14.2
       */
      readonly durationMs: number
      /**
       * Format: uuid
       * @description The message this one is a re-run of; `null` for a call of the store.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly rerunOf: string | null
    }
    /** @description A page of messages, newest first. */
    readonly MessageList: {
      /** @description The messages of this page. */
      readonly items: readonly components['schemas']['Message'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description What the store was answered with its private values masked; members beside the two here depend on the activity. */
    readonly Answer: {
      /**
       * @description What became of the call (调用结果码).
       * @example 000000
       */
      readonly resultCode: string
      readonly resultMsg: components['schemas']['ResultMsg']
    } & {
      readonly [key: string]: unknown
    }
    /** @description What was said, masked. */
    readonly MessageContent: {
      /**
       * @description The body of the call with its private values masked, unknown members too; the text itself if it is not JSON, `null` if it had none or none was kept. Of a V1 call, which has no body, the parameters of its query as an object, `saasExtendParams` as the list it holds.
       * @example {
       *       "activity": "newInstance",
       *       "orderId": "CS2211181819B4LVS",
       *       "orderLineId": "CS2211181819B4LVS-000001",
       *       "businessId": "10e758d0-31ad-4c4b-8f1b-81d03469a10e"
       *     }
       */
      readonly body: unknown
      readonly answer: components['schemas']['Answer']
    }
    /** @description A message with what was said, which lists leave out. */
    readonly MessageDetail: components['schemas']['Message'] &
      components['schemas']['MessageContent']
    /** @description What the re-run came to. */
    readonly RerunResult: {
      readonly message: components['schemas']['Message']
      readonly answer: components['schemas']['Answer']
    }
    /** @description The filters of `listMessages`, by the same names and with the same meaning; joined by and. One at least is there. */
    readonly MessageFilter: {
      /**
       * @description Only calls of this interface family.
       * @example saas-v2
       * @enum {string}
       */
      readonly family?:
        | 'saas-v2'
        | 'saas-v1'
        | 'license-a'
        | 'license-b'
        | 'license-c'
        | 'orders'
        | 'kit'
      /**
       * @description Only calls that came to this production address.
       * @example main
       */
      readonly address?: string
      /**
       * @description Only calls of the debugger and the dial test (`true`), or only real ones (`false`).
       * @example false
       */
      readonly test?: boolean
      /**
       * @description Only calls answered with `000000` (`success`), or with any other code (`failure`).
       * @example failure
       * @enum {string}
       */
      readonly outcome?: 'success' | 'failure'
      /**
       * @description Only calls of this interface.
       * @example newInstance
       */
      readonly activity?: string
      /**
       * @description Only calls answered with this result code.
       * @example 000005
       */
      readonly resultCode?: string
      /**
       * @description Only calls about this instance.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId?: components['schemas']['InstanceId']
      /**
       * @description Only calls that carry this order.
       * @example CS2211181819B4LVS
       */
      readonly orderId?: components['schemas']['OrderId']
      /**
       * @description Only kit calls about this tenant.
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId?: components['schemas']['KitTenantId']
      /**
       * @description Only calls about this license, by Koogate's id of it.
       * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
       */
      readonly licenseId?: string
      /**
       * Format: date-time
       * @description Only calls that came at this time or later.
       * @example 2026-11-18T00:00:00Z
       */
      readonly from?: string
      /**
       * Format: date-time
       * @description Only calls that came before this time.
       * @example 2026-11-19T00:00:00Z
       */
      readonly to?: string
      /**
       * @description Only calls whose signature was verified (`true`), or did not (`false`).
       * @example true
       */
      readonly verified?: boolean
    }
    /**
     * @description Why a call is passed over. Its signature was not verified (`not_verified`); it is of the debugger or the dial test (`test`), or a re-run itself (`rerun`); it was answered with success (`succeeded`); its address or operation is not there any more (`address_gone`, `operation_gone`); its instance is released (`released`); a later call that says the same has succeeded, or one that sets the same state (`superseded`); a later one that matches says the same, and stands for it (`repeated`); it is not kept any more (`gone`). Expect unknown ones.
     * @example superseded
     * @enum {string}
     */
    readonly RerunSkipReason:
      | 'not_verified'
      | 'test'
      | 'rerun'
      | 'succeeded'
      | 'address_gone'
      | 'operation_gone'
      | 'released'
      | 'superseded'
      | 'repeated'
      | 'gone'
    /** @description How many calls are passed over for one reason. */
    readonly RerunSkip: {
      readonly reason: components['schemas']['RerunSkipReason']
      /**
       * @description How many they are.
       * @example 39
       */
      readonly count: number
      /** @description Some of them, the oldest first. */
      readonly examples: readonly string[]
    }
    /** @description How many re-runs were answered with one result code other than success. */
    readonly RerunRefusal: {
      /**
       * @description The result code (调用结果码).
       * @example 000005
       */
      readonly resultCode: string
      /**
       * @description How many they are.
       * @example 2
       */
      readonly count: number
    }
    /** @description Kept calls that are run again as a whole, or were counted for it. */
    readonly MessageRerun: {
      /**
       * Format: uuid
       * @description Id of the run; `null` of a dry run, which is not kept.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
       */
      readonly id: string | null
      /**
       * @description Whether the calls were only counted (`counted`), are being run (`running`), have all had their turn (`done`), or an operator has ended it (`cancelled`). Expect unknown ones.
       * @example running
       * @enum {string}
       */
      readonly state: 'counted' | 'running' | 'done' | 'cancelled'
      readonly filter: components['schemas']['MessageFilter']
      /**
       * @description How many kept calls match, of those that came before `createdAt`.
       * @example 52
       */
      readonly matched: number
      /**
       * @description Whether `matched` is the true count. `false` says that more than `matched` match, and that they were not counted to the end; the other numbers are of what was counted then. Such a set is not run.
       * @example true
       */
      readonly exact: boolean
      /**
       * @description How many of them are run, or would be.
       * @example 12
       */
      readonly toRun: number
      /**
       * @description How many of `toRun` are of an order that the store may have refunded by now, since its attempts are over or the order was read as an unsubscription (退订). Look at these orders in the seller centre first. `null` for one that was begun.
       * @example 2
       */
      readonly mayBeRefunded: number | null
      /** @description How many of them are passed over, by reason. With `toRun` they are all that match. */
      readonly skipped: readonly components['schemas']['RerunSkip'][]
      /**
       * @description How many of `toRun` have not had their turn.
       * @example 3
       */
      readonly waiting: number
      /**
       * @description How many were answered with success.
       * @example 6
       */
      readonly succeeded: number
      /** @description How many were answered otherwise, by result code. */
      readonly refused: readonly components['schemas']['RerunRefusal'][]
      /**
       * @description How many could not be run for a defect of Koogate's, which its log names. Nothing of them was changed.
       * @example 0
       */
      readonly failed: number
      /** @description How many were to be run when it began and were passed over when their turn came, by reason; why its outcome differs from `toRun`. */
      readonly skippedSince: readonly components['schemas']['RerunSkip'][]
      /**
       * @description Why it waits just now, because the database was away for instance; `null` where nothing is wrong.
       * @example null
       */
      readonly error: string | null
      /**
       * @description Name of the token that asked for it.
       * @example night-shift
       */
      readonly startedBy: string
      /**
       * Format: date-time
       * @description When it was counted or begun. Calls that came later are not among them.
       * @example 2026-11-19T03:00:00.000Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When it went on last.
       * @example 2026-11-19T03:00:02.000Z
       */
      readonly updatedAt: string
      /**
       * Format: date-time
       * @description When it ended; `null` while it runs, and of a dry run.
       * @example null
       */
      readonly endedAt: string | null
    }
    /** @description A page of re-runs of whole sets, newest first. */
    readonly MessageRerunList: {
      /** @description The re-runs of this page. */
      readonly items: readonly components['schemas']['MessageRerun'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description Which kept calls are run again. */
    readonly CreateMessageReruns: {
      readonly filter: components['schemas']['MessageFilter']
      /**
       * @description Counts them and runs nothing. Defaults to `false`.
       * @example true
       */
      readonly dryRun?: boolean
    }
    /**
     * @description Whether the call waits for its turn (`waiting`), was answered with success (`succeeded`) or another code (`refused`), could not be run (`failed`), or was passed over when its turn came (`skipped`). Expect unknown ones.
     * @example refused
     * @enum {string}
     */
    readonly RerunOutcome:
      | 'waiting'
      | 'succeeded'
      | 'refused'
      | 'failed'
      | 'skipped'
    /** @description One call of a re-run of a whole set, and what came of it. */
    readonly RerunMessage: {
      /**
       * Format: uuid
       * @description The message that is run again.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly messageId: string
      /**
       * @description Which interface was called.
       * @example newInstance
       */
      readonly activity: string | null
      /**
       * @description The instance it is about.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order it carries.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * Format: date-time
       * @description When the store called.
       * @example 2026-11-18T10:19:31Z
       */
      readonly receivedAt: string
      readonly outcome: components['schemas']['RerunOutcome']
      /**
       * @description Why it was passed over; `null` for any other outcome.
       * @example null
       */
      readonly reason: components['schemas']['RerunSkipReason'] | null
      /**
       * @description The result code of the re-run; `null` where it was not run.
       * @example 000005
       */
      readonly resultCode: string | null
      /**
       * @description The text of that answer.
       * @example internal error
       */
      readonly resultMsg: string | null
      /**
       * Format: uuid
       * @description The message of the re-run; `null` where it was not run.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c77
       */
      readonly rerunMessageId: string | null
    }
    /** @description A page of the calls of a re-run, newest first. */
    readonly RerunMessageList: {
      /** @description The calls of this page. */
      readonly items: readonly components['schemas']['RerunMessage'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description One attempt of a call to an open API of the store (开放接口), and what came back. */
    readonly OutboundCall: {
      /**
       * Format: uuid
       * @description Koogate's id of the attempt.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * Format: date-time
       * @description When it was made.
       * @example 2026-11-18T10:19:32Z
       */
      readonly at: string
      /**
       * @description The site, which is a seller's account at one store.
       * @example china
       */
      readonly site: string
      /**
       * @description What was asked, by the operationId of the store contract: `queryOrder`, `pushUsage`, `uploadEventFile` and others. Expect unknown ones.
       * @example queryOrder
       */
      readonly operation: string
      /**
       * @description What it was about: the order of an order query, the event (`eventId`) of a license upload; `null` if it was about several things.
       * @example CS2211181819B4LVS
       */
      readonly subject: string | null
      /**
       * @description The host that was asked, with its port if that is not the usual one.
       * @example mkt.myhuaweicloud.com
       */
      readonly host: string
      /**
       * @description The method. Expect unknown ones.
       * @example GET
       * @enum {string}
       */
      readonly method: 'GET' | 'POST'
      /**
       * @description The path, without its query.
       * @example /api/mkp-openapi-public/global/v1/order/query
       */
      readonly path: string
      /**
       * @description The HTTP status of the answer; `null` if none came.
       * @example 200
       */
      readonly status: number | null
      /**
       * @description The store's result code, or the gateway's; without an answer why none came, and `null` for an answer that has no code.
       * @example MKT.0000
       */
      readonly code: string | null
      /**
       * @description What it came to: `done`, `access` (our access keys or our clock are refused), `refused` (this one, whenever it is asked again), `later` (the store has too much to do, has a fault, or said something unknown), `unanswered` (no HTTP answer). Expect unknown ones.
       * @example done
       * @enum {string}
       */
      readonly result: 'done' | 'access' | 'refused' | 'later' | 'unanswered'
      /**
       * @description From the look-up of the host to the last byte of the answer, in milliseconds.
       * @example 84
       */
      readonly durationMs: number
    }
    /** @description A page of attempts, newest first. */
    readonly OutboundCallList: {
      /** @description The attempts of this page. */
      readonly items: readonly components['schemas']['OutboundCall'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description What was said, masked, each up to 65,536 characters. */
    readonly OutboundCallContent: {
      /**
       * @description The body that was sent with its private values masked; of a call without a body its target, of a license upload the description alone.
       * @example /api/mkp-openapi-public/global/v1/order/query?orderId=CS2211181819B4LVS
       */
      readonly request: unknown
      /**
       * @description What came back with its private values masked; the text itself if it is not JSON, `null` if nothing came.
       * @example {
       *       "resultCode": "MKT.0000",
       *       "resultMsg": "Success"
       *     }
       */
      readonly answer: unknown
    }
    /** @description An attempt with what was said, which lists leave out. */
    readonly OutboundCallDetail: components['schemas']['OutboundCall'] &
      components['schemas']['OutboundCallContent']
    /** @description Something that somebody has to look at (告警), once for each cause. While it is open, the cause that comes again is counted here; one that comes after it was cleared makes a new alarm. */
    readonly Alarm: {
      /**
       * Format: uuid
       * @description Koogate's id of the alarm.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * @description The kind of cause, open to unknown ones:
       *
       *     - no dial test came to an address where one was due (`dialtest.missed`)
       *     - a test call was not answered with success at an address (`dialtest.failed`)
       *     - the attempts of real purchases ended without success (`orders.failed`)
       *     - the store released, renewed or expired a real instance that is not known here (`instance.unknown`)
       *     - a list of users of the kit was taken only in part (`kit.users`)
       *     - a license code kept its expiry although the store sent an earlier one with a scene that is not known here (`license.expiry`)
       *     - the store does not take how a license code is used (`license.usage`)
       *     - nothing has happened for 5 days in the service supervision of an order (`order.idle`)
       *     - orders or licenses of a site wait because its access keys are missing or the store refuses them (`store.credentials`)
       *     - the store of a site does not answer (`store.away`)
       *     - the store's clock and ours differ by more than five minutes (`store.clock`)
       *     - a webhook endpoint gets no more events because of what it answered or of its silence (`endpoint.disabled`)
       *     - a webhook endpoint did not take an event for 72 hours of asking, or was stopped or out of the settings for too long to be sent what happened (`endpoint.given_up`)
       *     - the product asked by webhook has not made a purchase or a license in the time that the store waits (`ask.overdue`)
       *     - the store refused usage of an instance (`usage.parked`)
       *     - the store refused usage for a fault in our data (`usage.defect`)
       *     - usage of an instance is close to the end of the 21 days that the store takes it (`usage.at_risk`)
       *     - usage of an instance was not taken in the 21 days and is lost, unless an attempt without an answer was taken, which the text then says (`usage.expired`)
       *     - pushes of usage are held up for keys, account or form that the store refuses (`usage.held_up`)
       *     - the store named usage records that were not sent (`usage.answer`)
       *     - the total of an instance is more than `queryInstance` can show (`usage.total`)
       *     - orders or instances of a site are not what the store shows (`reconciliation.drift`)
       * @example instance.unknown
       */
      readonly key: string
      /**
       * @description Whose alarm it is, the kind of thing before its id, such as `instance:<instanceId>`, `tenant:<tenantId>`, `license:<licenseId>`, `order:<site>/<orderId>/<orderLineId>`, `address:<name>` or `site:<name>`.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly subject: string
      /**
       * @description What happened when it came last, in one sentence for the operator.
       * @example the store named an unknown instance at main
       */
      readonly text: string
      /**
       * Format: date-time
       * @description When it came first.
       * @example 2026-11-18T10:19:31Z
       */
      readonly since: string
      /**
       * @description How often it has come since then.
       * @example 3
       */
      readonly count: number
      /**
       * Format: date-time
       * @description When it was cleared, because its cause was gone or by hand; `null` while it is open. A cleared alarm is kept for 90 days.
       * @example 2026-11-18T12:00:00Z
       */
      readonly clearedAt: string | null
      /**
       * Format: date-time
       * @description When it came last, or was cleared.
       * @example 2026-11-18T12:00:00Z
       */
      readonly updatedAt: string
    }
    /** @description A page of alarms, newest first. */
    readonly AlarmList: {
      /** @description The alarms of this page. */
      readonly items: readonly components['schemas']['Alarm'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description Something that needs a person. */
    readonly OverviewItem: {
      /**
       * @description What it is, open to unknown ones. An alarm that stands for itself has its own key (`key` of the alarm); the others are
       *
       *     - an order that the store will refund (`purchase.failing`)
       *     - a dial test that fails or stays out (`dialtest.failing`)
       *     - orders that failed this month (`orders.failed`)
       *     - usage that will be lost (`usage.at_risk`)
       *     - a webhook endpoint that gets nothing any more (`endpoint.disabled`)
       *     - a webhook endpoint that answers with failures (`endpoint.failing`)
       *     - calls whose signature does not hold, with none since that did (`signature.refused`)
       *     - licenses that the store did not take (`license.refused`)
       *     - licenses that wait to be made (`license.waiting`)
       *     - instances that carry a note for the operator (`instance.attention`)
       * @example purchase.failing
       */
      readonly kind: string
      /**
       * @description `critical`, money or the product is lost within hours or a day; `serious`, buyers or the product notice it; `warning`, it has to be looked at.
       * @example critical
       * @enum {string}
       */
      readonly severity: 'critical' | 'serious' | 'warning'
      /**
       * @description Whose it is, in the form that an alarm has it (`instance:<instanceId>`, `order:<site>/<orderId>/<orderLineId>`, `address:<name>`, `site:<name>`, `webhook-endpoint:<id>`, `license:<id>`); `null` where it is of several.
       * @example order:china/CS2211181819B7QWE/CS2211181819B7QWE-000001
       */
      readonly subject: string | null
      /**
       * Format: uuid
       * @description An open alarm about it, which a person may clear; `null` where there is none, or several.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly alarmId: string | null
      /**
       * @description What the alarm says, or why an endpoint is disabled; `null` where the other members say all.
       * @example null
       */
      readonly text: string | null
      /**
       * Format: date-time
       * @description Since when it is so; `null` where that is not known.
       * @example 2026-11-18T10:19:31Z
       */
      readonly since: string | null
      /**
       * Format: date-time
       * @description When it is too late, as the end of the store's attempts at a purchase; `null` where no clock runs.
       * @example 2026-11-18T13:19:31Z
       */
      readonly deadline: string | null
      /**
       * @description How many, such as failing days, failed orders, attempts or alarms; `null` where nothing is counted.
       * @example 1
       */
      readonly count: number | null
      /**
       * @description The limit of the store for that count; `null` where it has none.
       * @example null
       */
      readonly limit: number | null
      /**
       * @description Whether there are more than `count` says.
       * @example false
       */
      readonly more: boolean
      /**
       * @description The production address that it is about.
       * @example main
       */
      readonly address: string | null
      /**
       * @description The site of the store that it is about.
       * @example china
       */
      readonly site: string | null
      /**
       * @description The kind of key that it is about.
       * @example null
       * @enum {string|null}
       */
      readonly interfaceType:
        | 'basic'
        | 'v1'
        | 'license'
        | 'kit'
        | 'order'
        | null
      /**
       * @description What the store was answered last.
       * @example 000104
       */
      readonly resultCode: string | null
    }
    /** @description A count that stops at a bound, so that it costs the same however many there are. */
    readonly BoundedCount: {
      /**
       * @description How many there are, at most 200.
       * @example 3
       */
      readonly count: number
      /**
       * @description Whether there are more than that.
       * @example false
       */
      readonly more: boolean
    }
    /** @description A real purchase that was not answered with success. */
    readonly FailingPurchase: {
      /**
       * @description The order.
       * @example CS2211181819A0LVS
       */
      readonly orderId: string
      /**
       * @description Its line; in SaaS V1 the product of a pay-per-use order. Empty where an order has one purchase.
       * @example CS2211181819A0LVS-000001
       */
      readonly orderLineId: string
      /**
       * @description The site of the store that the order is of.
       * @example china
       */
      readonly site: string
      /**
       * @description The production address that was called last.
       * @example main
       */
      readonly address: string
      /**
       * @description Which interface was called.
       * @example newInstance
       */
      readonly activity: string
      /**
       * @description How many attempts came here.
       * @example 4
       */
      readonly attempts: number
      /**
       * @description What the last one was answered; `000004` is a purchase that is still being made.
       * @example 000104
       */
      readonly resultCode: string
      /**
       * Format: date-time
       * @description When the first one came.
       * @example 2026-11-18T10:19:31Z
       */
      readonly firstAt: string
      /**
       * Format: date-time
       * @description When the last one came.
       * @example 2026-11-18T13:19:31Z
       */
      readonly lastAt: string
      /**
       * Format: date-time
       * @description When the store's attempts end, or have ended, by its documents. What is restarted by hand afterwards stays counted.
       * @example 2026-11-18T13:19:31Z
       */
      readonly triesUntil: string
    }
    /** @description Purchases that fail or are still being made, and for which the store still tries. */
    readonly OverviewPurchases: {
      /** @description How many there are. */
      readonly waiting: components['schemas']['BoundedCount']
      /** @description Those whose time ends first, in that order. */
      readonly first: readonly components['schemas']['FailingPurchase'][]
    }
    /**
     * @description `passed`, all test calls were answered with success; `failed`, one was not; `missed`, none came where one was due; `pending`, it is still to come; `none`, nothing came and nothing was due.
     * @example passed
     * @enum {string}
     */
    readonly DialTestState: 'passed' | 'failed' | 'missed' | 'pending' | 'none'
    /** @description The two dial tests of one day. */
    readonly DialTestDay: {
      /**
       * Format: date
       * @description The day, of Beijing.
       * @example 2026-11-18
       */
      readonly day: string
      /** @description What became of the test calls before noon. */
      readonly morning: components['schemas']['DialTestState']
      /** @description What became of those from noon on. */
      readonly afternoon: components['schemas']['DialTestState']
    }
    /** @description The dial tests (拨测) of one production address over 90 days. */
    readonly OverviewDialTests: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The site of the store that the address is of.
       * @example china
       */
      readonly site: string
      /**
       * @description Whether alarms are raised for it (`dialTestWatch`).
       * @example true
       */
      readonly watched: boolean
      /**
       * @description Days in a row, up to today, on which a test call failed or none came.
       * @example 1
       */
      readonly failingDays: number
      /**
       * @description After so many further failing days the store hides the product; `null` while no day fails.
       * @example 4
       */
      readonly daysUntilHidden: number | null
      /** @description The last 90 days in Beijing, today first. */
      readonly days: readonly components['schemas']['DialTestDay'][]
    }
    /** @description The failed orders of one site this month, by our count. */
    readonly OverviewFailedOrders: {
      /**
       * @description The site of the store.
       * @example china
       */
      readonly site: string
      /**
       * @description The running month, of Beijing.
       * @example 2026-11
       */
      readonly month: string
      /**
       * @description How many orders failed.
       * @example 3
       */
      readonly failed: number
      /**
       * @description With more than this the store may take products down.
       * @example 5
       */
      readonly limit: number
    }
    /** @description Usage of one instance that is about to be lost. */
    readonly OverviewUsageOfInstance: {
      /**
       * @description The instance.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      /**
       * @description The site of the store that it is pushed to.
       * @example china
       */
      readonly site: string
      /**
       * @description How many of its usage records wait, at least.
       * @example 4
       */
      readonly windows: number
      /**
       * Format: date-time
       * @description When the first of them is given up, an hour before the store stops to take it.
       * @example 2026-11-19T07:00:00Z
       */
      readonly deadline: string
    }
    /** @description Usage that has waited for 14 days and more, which the store takes for 21. */
    readonly OverviewUsage: {
      /** @description How many usage records there are. */
      readonly atRisk: components['schemas']['BoundedCount']
      /** @description Of which instances, that whose time ends first before. */
      readonly first: readonly components['schemas']['OverviewUsageOfInstance'][]
    }
    /**
     * @description Koogate's id of the endpoint; `settings`, or `settings.` and the name of an address, for one of the settings.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly WebhookEndpointId: string
    /** @description A webhook endpoint that answers with failures, or is disabled for that. */
    readonly OverviewEndpoint: {
      readonly id: components['schemas']['WebhookEndpointId']
      /**
       * Format: uri
       * @description Where the events are posted.
       * @example https://product.example.com/koogate/events
       */
      readonly url: string
      /**
       * @description As the endpoint has it.
       * @example enabled
       * @enum {string}
       */
      readonly state: 'untested' | 'enabled' | 'paused' | 'disabled'
      /**
       * @description How many attempts failed since the last success.
       * @example 12
       */
      readonly failures: number
      /**
       * Format: date-time
       * @description When the first of these failed.
       * @example 2026-11-18T08:00:00Z
       */
      readonly failingSince: string | null
      /**
       * @description Why it is `disabled`.
       * @example null
       */
      readonly disabledReason: string | null
      /**
       * Format: date-time
       * @description Until when it is left alone.
       * @example 2026-11-18T10:29:31Z
       */
      readonly pausedUntil: string | null
    }
    /** @description Calls to one address whose signature did not hold, by the kind of key. */
    readonly RefusedSignature: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface type (接口类型) whose key the call is verified with.
       * @example basic
       * @enum {string}
       */
      readonly interfaceType: 'basic' | 'v1' | 'license' | 'kit' | 'order'
      /**
       * @description `mismatch`, none of the accepted keys gives this signature; `no-key`, no key of this type is set; `clock`, the time of the call is more than 60 seconds away from ours.
       * @example mismatch
       * @enum {string}
       */
      readonly cause: 'mismatch' | 'no-key' | 'clock'
      /** @description How many are kept; of a flood only samples are. */
      readonly calls: components['schemas']['BoundedCount']
      /**
       * Format: date-time
       * @description When the first of them came.
       * @example 2026-11-18T08:10:00Z
       */
      readonly firstAt: string
      /**
       * Format: date-time
       * @description When the last one came.
       * @example 2026-11-18T10:10:00Z
       */
      readonly lastAt: string
      /**
       * @description What the last one was answered.
       * @example signature does not match
       */
      readonly resultMsg: string
      /** @description The accepted keys of this type, by fingerprint, the current one first. */
      readonly fingerprints: readonly string[]
      /**
       * Format: date-time
       * @description When a signature last held with a key of this type; after `lastAt`, nothing has to be done.
       * @example 2026-11-18T07:12:09Z
       */
      readonly lastVerifiedAt: string | null
    }
    /** @description The limits of the store that these clocks run against. */
    readonly OverviewClocks: {
      /**
       * @description For so many hours the store tries a purchase; then it refunds the order.
       * @example 3
       */
      readonly purchaseHours: number
      /**
       * @description After so many failing days in a row the store freezes the trade of the product and hides it.
       * @example 5
       */
      readonly failingDays: number
      /**
       * @description With more failed orders than this in a month the store may take products down.
       * @example 5
       */
      readonly failedOrders: number
      /**
       * @description For so many days the store takes usage.
       * @example 21
       */
      readonly usageDays: number
    }
    /** @description What needs a person now, and what stands behind it. */
    readonly Overview: {
      /**
       * Format: date-time
       * @description When this was looked at, by the clock of the service. What is left of a time is counted from here.
       * @example 2026-11-18T10:25:00Z
       */
      readonly at: string
      /** @description What needs a person, the worst first; empty where nothing does. */
      readonly items: readonly components['schemas']['OverviewItem'][]
      /**
       * @description Whether there is more than `items` shows.
       * @example false
       */
      readonly more: boolean
      readonly purchases: components['schemas']['OverviewPurchases']
      /** @description The dial tests of each production address, in the order of the settings. */
      readonly dialTests: readonly components['schemas']['OverviewDialTests'][]
      /** @description How many orders have failed this month at each site that an address names. */
      readonly failedOrders: readonly components['schemas']['OverviewFailedOrders'][]
      readonly usage: components['schemas']['OverviewUsage']
      /** @description Webhook endpoints that answer with failures or are disabled, those that fail longest first. */
      readonly endpoints: readonly components['schemas']['OverviewEndpoint'][]
      /** @description Calls of the last 24 hours whose signature did not hold, for each address and kind of key, the latest first. Calls that carry no signature at all are not the store's, and are left out. */
      readonly signatures: readonly components['schemas']['RefusedSignature'][]
      readonly clocks: components['schemas']['OverviewClocks']
    }
    /** @description A value to paste, or to compare. */
    readonly SetupValue: {
      /**
       * @description What it is: how the world reaches Koogate, the domain to register and to prove, a production address with its path, the fingerprint of an accepted key, the public key in Base64 without PEM lines and its fingerprint, the login address, the callback, or where events are posted.
       * @example production-address
       * @enum {string}
       */
      readonly name:
        | 'public-url'
        | 'domain'
        | 'production-address'
        | 'fingerprint'
        | 'public-key'
        | 'public-key-fingerprint'
        | 'login-url'
        | 'callback-url'
        | 'webhook-url'
      /**
       * @description The value.
       * @example https://koogate.example.com/main/saas
       */
      readonly value: string
    }
    /** @description One step. */
    readonly SetupStep: {
      /**
       * @description What has to be done, open to unknown ones:
       *
       *     - say under which address the world reaches Koogate, with https (`public-url`)
       *     - set the keys of an interface type, the same that the seller center has (`keys`)
       *     - set the access keys (AK and SK) with which the store is asked for orders (`access-keys`)
       *     - register the production address, so that a first call of an interface comes whose signature holds (`first-call`)
       *     - debug one interface and save its case (`debug-case`)
       *     - the product makes what is bought (`provisioning`)
       *     - enter the public key of the kit in the application credential (`kit-key`)
       *     - enter the login address and the callback, so that a user signs in (`sign-on`)
       *     - a webhook endpoint takes events (`webhook-endpoint`)
       *     - the test calls pass on two half days, as the dial test will have it (`dial-test`)
       *     - a real buyer has bought, and got it (`first-purchase`)
       * @example debug-case
       * @enum {string}
       */
      readonly step:
        | 'public-url'
        | 'keys'
        | 'access-keys'
        | 'first-call'
        | 'debug-case'
        | 'provisioning'
        | 'kit-key'
        | 'sign-on'
        | 'webhook-endpoint'
        | 'dial-test'
        | 'first-purchase'
      /**
       * @description The operation of the seller contract that it is about; `null` where it is about none.
       * @example saasV2
       */
      readonly interface: string | null
      /**
       * @description The kind of key that it is about; `null` where it is about none.
       * @example basic
       * @enum {string|null}
       */
      readonly interfaceType:
        | 'basic'
        | 'v1'
        | 'license'
        | 'kit'
        | 'order'
        | null
      /**
       * @description The interface that is debugged; `null` where none is.
       * @example newInstance
       */
      readonly activity: string | null
      /**
       * @description Only products sold in this way need it: by the period (包周期), with an upgrade, with a change at renewal, or by use (按需); what the store calls optional is `optional`; `null` where all do.
       * @example null
       * @enum {string|null}
       */
      readonly condition:
        | 'period'
        | 'upgrade'
        | 'renewal-change'
        | 'on-demand'
        | 'optional'
        | null
      /**
       * @description `done`; `waiting`, until somebody does it or it happens; `not_needed`, at this address, as far as its settings and calls tell.
       * @example done
       * @enum {string}
       */
      readonly state: 'done' | 'waiting' | 'not_needed'
      /**
       * Format: date-time
       * @description When it was done first, as far as that is known; `null` otherwise, as for a setting.
       * @example 2026-11-18T10:19:31Z
       */
      readonly doneAt: string | null
      /**
       * Format: date-time
       * @description When the last call or attempt about it came; `null` if none did.
       * @example 2026-11-18T10:19:31Z
       */
      readonly lastAt: string | null
      /**
       * @description What that was answered, `000000` for success; `null` where there was none.
       * @example 000000
       */
      readonly resultCode: string | null
      /**
       * @description The setting to see to where it waits; `null` where none helps.
       * @example KOOGATE_BASIC_KEY
       */
      readonly setting: string | null
      /**
       * @description Where it is done in the seller center: the keys (密钥管理), the production addresses (生产地址管理), the debugging (应用接入调试), the order notification (订单通知), the application credentials (应用凭证管理), the access keys (我的凭证), or the messages (生产接口消息); `null` where nothing is done there.
       * @example debug
       * @enum {string|null}
       */
      readonly place:
        | 'keys'
        | 'production-addresses'
        | 'debug'
        | 'order-notification'
        | 'credentials'
        | 'access-keys'
        | 'messages'
        | null
      /** @description What is pasted there, or compared with it. */
      readonly values: readonly components['schemas']['SetupValue'][]
    }
    /** @description The steps of one production address. */
    readonly SetupAddress: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The site of the store that the address is of.
       * @example china
       */
      readonly site: string
      /**
       * @description How many of the steps that it needs are done.
       * @example 6
       */
      readonly done: number
      /**
       * @description How many steps it needs.
       * @example 14
       */
      readonly needed: number
      /** @description The steps, in the order in which they are done. */
      readonly steps: readonly components['schemas']['SetupStep'][]
    }
    /** @description The way of every production address to its first real purchase. */
    readonly Setup: {
      /**
       * Format: uri
       * @description How the world reaches Koogate (`KOOGATE_PUBLIC_URL`); `null` where nobody said so.
       * @example https://koogate.example.com
       */
      readonly publicUrl: string | null
      /** @description One entry for each production address, in the order of the settings. */
      readonly addresses: readonly components['schemas']['SetupAddress'][]
    }
    /** @description The store's own limits. */
    readonly StandingLimits: {
      /**
       * @description After so many failing days in a row the store freezes the trade of the product and hides it.
       * @example 5
       */
      readonly failingDays: number
      /**
       * @description With more failed orders than this in a month the store may take products down.
       * @example 5
       */
      readonly failedOrders: number
    }
    /** @description The last call that failed; `null` if none did. */
    readonly DialTestFailure: {
      /**
       * @description Which interface was called.
       * @example newInstance
       */
      readonly activity: string
      /**
       * @description What the store was answered.
       * @example 000005
       */
      readonly resultCode: string
      /**
       * Format: date-time
       * @description When it came.
       * @example 2026-11-18T01:12:03Z
       */
      readonly at: string
    } | null
    /** @description The test calls (`testFlag` 1) of one half day. */
    readonly DialTest: {
      /**
       * Format: date
       * @description The day, of Beijing.
       * @example 2026-11-18
       */
      readonly day: string
      /**
       * @description Before or after noon in Beijing.
       * @example morning
       * @enum {string}
       */
      readonly half: 'morning' | 'afternoon'
      /**
       * @description How many came; 0 if the dial test stayed out.
       * @example 14
       */
      readonly calls: number
      /**
       * @description How many were not answered with `000000`.
       * @example 0
       */
      readonly failed: number
      /**
       * Format: date-time
       * @description When the last one came; `null` if none did.
       * @example 2026-11-18T01:12:09Z
       */
      readonly lastAt: string | null
      readonly failure: components['schemas']['DialTestFailure']
    }
    /** @description The dial tests of one production address. */
    readonly AddressStanding: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The site of the store that the address is of.
       * @example china
       */
      readonly site: string
      /**
       * @description Whether alarms are raised for it (`dialTestWatch`).
       * @example true
       */
      readonly watched: boolean
      /**
       * @description Days in a row, up to today, on which a test call failed or none came. Today counts once one has failed.
       * @example 0
       */
      readonly failingDays: number
      /** @description The half days of the last seven days, the newest first; the first is the running one. */
      readonly halfDays: readonly components['schemas']['DialTest'][]
    }
    /** @description The failed orders of one site, by our count. */
    readonly SiteStanding: {
      /**
       * @description The site of the store.
       * @example china
       */
      readonly site: string
      /**
       * @description The running month, of Beijing.
       * @example 2026-11
       */
      readonly month: string
      /**
       * @description How many real orders had a purchase whose attempts ended without success this month.
       * @example 1
       */
      readonly failedOrders: number
      /** @description These purchases, the newest first. */
      readonly failed: readonly components['schemas']['FailingPurchase'][]
      /** @description Purchases that fail and for which the store still tries, that whose time ends first before. */
      readonly atRisk: readonly components['schemas']['FailingPurchase'][]
    }
    /** @description What the store judges the seller by, as far as it can be seen from here. */
    readonly Standing: {
      readonly limits: components['schemas']['StandingLimits']
      /** @description The dial tests of each production address, in the order of the settings. */
      readonly addresses: readonly components['schemas']['AddressStanding'][]
      /** @description The failed orders of each site that an address names. */
      readonly sites: readonly components['schemas']['SiteStanding'][]
    }
    /**
     * Format: date-time
     * @description When the change was made.
     * @example 2026-11-18T10:19:33.120Z
     */
    readonly EventTimestamp: string
    /** @description A change, at its position in the feed. */
    readonly Event: {
      /**
       * Format: uuid
       * @description The event's id, the same wherever and however often it is told; the `webhook-id` of a delivery.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * @description Its place in the feed. Positions have no gap, and one that was read has none behind it that comes later.
       * @example 4711
       */
      readonly position: number
      /**
       * @description What happened, such as `instance.created`; `GET /api/v1/event-types` lists them. Expect unknown ones.
       * @example instance.activated
       */
      readonly type: string
      readonly timestamp: components['schemas']['EventTimestamp']
      /**
       * @description What it is about, such as `instance:<instanceId>`, `license:<licenseId>`, `order:<site>/<orderId>`, `tenant:<id>/<instanceId>`, `usage:<instanceId>` or `alarm:<key>/<subject>`. Events of one topic come in the order in which its changes were made.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly topic: string
      /**
       * @description Name of the production address (生产系统接口地址); empty where there is none, as for most alarms.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether it is about what the debugger or the dial test sent (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /** @description The data of this type, as the `webhooks` of this contract describe them; what is personal is masked without `personal`. */
      readonly data: {
        readonly [key: string]: unknown
      }
    }
    /** @description Events in the order of their positions, backwards where `before` was given. */
    readonly EventList: {
      /** @description The events; none where nothing came. */
      readonly items: readonly components['schemas']['Event'][]
      /**
       * @description What the next request gives as `after`, or as `before` where that was given; of what was left out by filters nothing is read again.
       * @example 4711
       */
      readonly next: number
      /**
       * @description The last position of the feed at that moment; `0` before the first event. Once `next` is equal to it everything was read.
       * @example 4711
       */
      readonly last: number
    }
    /** @description The types of events that this version tells. */
    readonly EventTypeList: {
      /** @description The types, by subject. */
      readonly items: readonly {
        /**
         * @description The type, for filters.
         * @example instance.created
         */
        readonly type: string
        /**
         * @description What happened.
         * @example An instance was bought
         */
        readonly summary: string
        /**
         * @description Name of the entry in the `webhooks` of this contract that describes its data.
         * @example instanceEvent
         */
        readonly webhook: string
      }[]
    }
    /** @description A program of the seller that is sent events (事件通知), and how it answers. */
    readonly WebhookEndpoint: {
      readonly id: components['schemas']['WebhookEndpointId']
      /**
       * Format: uri
       * @description Where the events are posted.
       * @example https://product.example.com/koogate/events
       */
      readonly url: string
      /**
       * @description What it is for.
       * @example The CRM of the product
       */
      readonly description: string | null
      /** @description Of which types of events it hears; `instance.*` stands for all that begin so. `null` for all, and for those of later editions too. */
      readonly types: readonly string[] | null
      /** @description Of which production addresses (生产系统接口地址) it hears; `null` for all. What is of no address, such as an alarm of a site, it hears in any case. */
      readonly addresses: readonly string[] | null
      /**
       * @description Whether it hears of what the debugger and the dial test (拨测) do: not (`exclude`), too (`include`), or of nothing else (`only`).
       * @example exclude
       * @enum {string}
       */
      readonly test: 'exclude' | 'include' | 'only'
      /**
       * @description Whether personal data come in clear, as they do to a token with the scope `personal`; masked otherwise. Only an administrator sets it.
       * @example false
       */
      readonly personal: boolean
      /**
       * @description Whether the events of one topic come one after the other, each once the one before was taken or given up. Without it one that fails holds up no other, and they may come in any order.
       * @example true
       */
      readonly ordered: boolean
      /**
       * @description Whether it is there by the settings (`KOOGATE_WEBHOOK_URL`), where its URL and its secret are changed; it cannot be deleted.
       * @example false
       */
      readonly ofSettings: boolean
      /**
       * @description Nothing is sent until a test event was answered with success (`untested`); events are sent (`enabled`); they wait because somebody wanted it (`paused`), or because of what it answered or of its silence (`disabled`).
       * @example enabled
       * @enum {string}
       */
      readonly state: 'untested' | 'enabled' | 'paused' | 'disabled'
      /**
       * @description Why it is `disabled`.
       * @example no attempt succeeded for 5 days
       */
      readonly disabledReason: string | null
      /**
       * @description How many events are owed to it.
       * @example 0
       */
      readonly pending: number
      /**
       * Format: date-time
       * @description When the first in the feed of the events that are owed to it happened; `null` where none is owed. A replay counts by its event.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly oldestPendingAt: string | null
      /**
       * @description How many events of the feed were not yet looked at for it. It grows while the endpoint is `untested` or `disabled`; what of them it hears is owed once it is enabled.
       * @example 0
       */
      readonly lag: number
      /**
       * @description How many events were given up and not sent again since, counted up to 500.
       * @example 0
       */
      readonly givenUp: number
      /**
       * @description How many attempts failed since the last success. From the tenth on it is left alone for 30 s, then for longer, up to 10 min, with one attempt between.
       * @example 0
       */
      readonly failures: number
      /**
       * Format: date-time
       * @description When the first of these failed. After 5 days without a success it is `disabled`.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly failingSince: string | null
      /**
       * Format: date-time
       * @description When an attempt failed last, since the last success.
       * @example 2026-11-18T10:24:31.000Z
       */
      readonly lastFailedAt: string | null
      /**
       * Format: date-time
       * @description When the next attempt that fails disables it, unless one succeeds before; `null` where it is not `enabled` or does not fail.
       * @example 2026-11-23T10:19:31.000Z
       */
      readonly disablesAt: string | null
      /**
       * Format: date-time
       * @description Until when it is left alone.
       * @example 2026-11-18T10:29:31.000Z
       */
      readonly pausedUntil: string | null
      /**
       * Format: date-time
       * @description When an attempt succeeded last. It is noted about once a minute, so the last success may be up to a minute later.
       * @example 2026-11-19T08:00:12.000Z
       */
      readonly lastSuccessAt: string | null
      /**
       * Format: date-time
       * @description Until when the secret before the present one signs too.
       * @example 2026-11-20T08:00:12.000Z
       */
      readonly secretRotatedUntil: string | null
      /**
       * @description Grows by one with each change of it; the `ETag` in quotes.
       * @example 3
       */
      readonly version: number
      /**
       * Format: date-time
       * @description When it was made.
       * @example 2026-11-18T07:30:00.000Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When somebody changed it last.
       * @example 2026-11-18T07:30:00.000Z
       */
      readonly updatedAt: string
    }
    /** @description A page of endpoints, newest first. */
    readonly WebhookEndpointList: {
      /** @description What is on this page. */
      readonly items: readonly components['schemas']['WebhookEndpoint'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description Where events are to be sent, and which. */
    readonly WebhookEndpointRequest: {
      /**
       * Format: uri
       * @description Where the events are posted: `https`, or `http` outside of production, any port, without a user and a fragment. It may lead to public addresses, and to those of `KOOGATE_WEBHOOK_ALLOW`.
       * @example https://product.example.com/koogate/events
       */
      readonly url: string
      /**
       * @description What it is for.
       * @example The CRM of the product
       */
      readonly description?: string | null
      /** @description Of which types of events it hears; `instance.*` stands for all that begin so. `null` or left out for all, and for those of later editions too. */
      readonly types?: readonly string[] | null
      /** @description Of which production addresses (生产系统接口地址) it hears; `null` or left out for all. What is of no address, such as an alarm of a site, it hears in any case. */
      readonly addresses?: readonly string[] | null
      /**
       * @description Whether it hears of what the debugger and the dial test (拨测) do: not (`exclude`), too (`include`), or of nothing else (`only`). Defaults to `exclude`.
       * @example exclude
       * @enum {string}
       */
      readonly test?: 'exclude' | 'include' | 'only'
      /**
       * @description Whether personal data come in clear, as they do to a token with the scope `personal`; masked otherwise. Defaults to `false`. Only an administrator sets it.
       * @example false
       */
      readonly personal?: boolean
      /**
       * @description Whether the events of one topic come one after the other, each once the one before was taken or given up. Without it one that fails holds up no other, and they may come in any order. Defaults to `true`.
       * @example true
       */
      readonly ordered?: boolean
    }
    /** @description The secret of an endpoint. */
    readonly WebhookSecret: {
      /**
       * @description What the events are signed with, as Standard Webhooks has it: the key is the base64 behind `whsec_`. It is shown this once.
       * @example whsec_RVhBTVBMRS1FWEFNUExFLUVYQU1QTEUtRVhBTVBMRSE=
       */
      readonly secret: string
    }
    /** @description An endpoint with the secret that was just made. */
    readonly CreatedWebhookEndpoint: components['schemas']['WebhookEndpoint'] &
      components['schemas']['WebhookSecret']
    /** @description How an endpoint answered a test event. */
    readonly WebhookTestResult: {
      /**
       * @description Whether it answered with 2xx.
       * @example true
       */
      readonly succeeded: boolean
      /**
       * Format: uuid
       * @description The `webhook-id` of the test event.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId: string
      /**
       * @description The HTTP status; `null` without an answer.
       * @example 204
       */
      readonly status: number | null
      /**
       * @description Why it does not count as taken.
       * @example timeout: no answer in time
       */
      readonly error: string | null
      /**
       * @description What the body began with.
       * @example
       */
      readonly answer: string
      /**
       * @description How long it took, in milliseconds.
       * @example 38
       */
      readonly ms: number
    }
    /** @description An event that is owed to an endpoint. */
    readonly WebhookDelivery: {
      /**
       * Format: uuid
       * @description The event.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId: string
      /**
       * @description Its position in the feed.
       * @example 4711
       */
      readonly position: number
      /**
       * @description Its type; `null` where it is not kept any more.
       * @example instance.created
       */
      readonly type: string | null
      /**
       * @description What it is about; within a topic events are in order.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly topic: string | null
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timestamp: string | null
      /**
       * @description Whether it is sent again because somebody wanted it.
       * @example false
       */
      readonly replay: boolean
      /**
       * @description How many attempts have failed; 0 for one that waits behind another of its topic.
       * @example 2
       */
      readonly attempts: number
      /**
       * Format: date-time
       * @description When it is tried next, at the earliest; `null` for one that waits behind another of its topic.
       * @example 2026-11-18T10:22:31.000Z
       */
      readonly nextAt: string | null
    }
    /** @description A page of what is owed to an endpoint, in the order of the feed. */
    readonly WebhookDeliveryList: {
      /** @description What is on this page. */
      readonly items: readonly components['schemas']['WebhookDelivery'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description One request to an endpoint. */
    readonly WebhookAttempt: {
      /**
       * Format: uuid
       * @description Id of the attempt.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * Format: date-time
       * @description When it ended.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly at: string
      readonly endpointId: components['schemas']['WebhookEndpointId']
      /**
       * Format: uuid
       * @description The event, which is the `webhook-id`.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId: string
      /**
       * @description Type of the event; `webhook.test` for a test.
       * @example instance.created
       */
      readonly type: string
      /**
       * @description Which attempt it was.
       * @example 1
       */
      readonly attempt: number
      /**
       * @description Whether it was sent again because somebody wanted it.
       * @example false
       */
      readonly replay: boolean
      /**
       * @description Whether it was answered with 2xx.
       * @example false
       */
      readonly succeeded: boolean
      /**
       * @description The HTTP status; `null` without an answer.
       * @example 500
       */
      readonly status: number | null
      /**
       * @description Why it does not count as taken: the status, `timeout`, `connection`, `tls`, `refused-address` (it leads where nothing may be called), or `answer-too-long` (over 64 KiB).
       * @example status 500
       */
      readonly error: string | null
      /**
       * @description What the body of the answer began with; empty to a token without the scope `personal`, for what a product answers may name people.
       * @example
       */
      readonly answer: string
      /**
       * @description How long it took, in milliseconds.
       * @example 38
       */
      readonly ms: number
      /**
       * Format: date-time
       * @description When it was sent. The `webhook-timestamp` of the request is this in whole seconds since 1970, rarely one more; its `webhook-id` is the event.
       * @example 2026-11-18T10:19:30.962Z
       */
      readonly sentAt: string
    }
    /** @description How it stands with one event at one endpoint. */
    readonly WebhookDeliveryDetail: {
      /**
       * Format: uuid
       * @description The event.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId: string
      /**
       * @description It is owed (`pending`); it was taken (`delivered`); it was asked for 72 hours in vain and nobody has replayed it since (`given_up`); or none of these, since the filter of the endpoint does not let it through, or what is known of it is pruned (`not_sent`).
       * @example pending
       * @enum {string}
       */
      readonly state: 'pending' | 'delivered' | 'given_up' | 'not_sent'
      /** @description As what it is owed, once as itself and once as a replay at most. */
      readonly owed: readonly components['schemas']['WebhookDelivery'][]
      /** @description The last attempts, newest first. */
      readonly attempts: readonly components['schemas']['WebhookAttempt'][]
    }
    /** @description A page of attempts, newest first. */
    readonly WebhookAttemptList: {
      /** @description What is on this page. */
      readonly items: readonly components['schemas']['WebhookAttempt'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description An event that an endpoint did not take for 72 hours, in which the time that the endpoint was left alone does not count. */
    readonly WebhookGivenUp: {
      /**
       * Format: uuid
       * @description Id of the entry.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly id: string
      /**
       * Format: date-time
       * @description When it was given up.
       * @example 2026-11-21T10:19:31.000Z
       */
      readonly at: string
      readonly endpointId: components['schemas']['WebhookEndpointId']
      /**
       * Format: uuid
       * @description The event.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId: string
      /**
       * @description Its position in the feed.
       * @example 4711
       */
      readonly position: number
      /**
       * @description Its type.
       * @example instance.created
       */
      readonly type: string
      /**
       * @description What it is about.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly topic: string
      /**
       * @description What was answered last.
       * @example it was asked for 72 hours, and said at last: status 500
       */
      readonly reason: string
      /**
       * Format: date-time
       * @description When somebody had it sent again.
       * @example 2026-11-22T08:00:00.000Z
       */
      readonly replayedAt: string | null
    }
    /** @description A page of events that were given up, newest first. */
    readonly WebhookGivenUpList: {
      /** @description What is on this page. */
      readonly items: readonly components['schemas']['WebhookGivenUp'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description Which events are sent again to an endpoint. Members are joined by and; without any it is all that are kept and that its filter lets through. */
    readonly CreateWebhookReplay: {
      /**
       * @description The endpoint.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly endpointId: string
      /**
       * Format: uuid
       * @description This event alone.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
       */
      readonly eventId?: string
      /**
       * @description Those behind this position of the feed.
       * @example 4710
       */
      readonly afterPosition?: number
      /**
       * Format: date-time
       * @description Those that happened then or later.
       * @example 2026-11-18T00:00:00Z
       */
      readonly since?: string
      /**
       * Format: date-time
       * @description Those that happened before.
       * @example 2026-11-19T00:00:00Z
       */
      readonly until?: string
      /** @description Those of these types. */
      readonly types?: readonly string[]
      /** @description Those of these production addresses (生产系统接口地址). */
      readonly addresses?: readonly string[]
      /**
       * @description Those of this topic, in full.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly topic?: string
      /**
       * @description Only those that the endpoint has never taken and that are not owed. Of events from before the oldest attempt that is kept only those that were given up; the answer says since when attempts are known.
       * @example true
       */
      readonly missing?: boolean
      /**
       * @description Only those that were given up, and not sent again since.
       * @example true
       */
      readonly givenUp?: boolean
      /**
       * @description Counts them and sends nothing. Defaults to `false`.
       * @example true
       */
      readonly dryRun?: boolean
    }
    /** @description Events that a replay leaves out for one reason. */
    readonly WebhookReplaySkipped: {
      /**
       * @description The filter of the endpoint does not let it through (`not_heard`); it is owed as a replay already (`on_its_way`); it was given up, and its event is not kept any more (`pruned`). Expect unknown ones.
       * @example on_its_way
       * @enum {string}
       */
      readonly reason: 'not_heard' | 'on_its_way' | 'pruned'
      /**
       * @description How many they are.
       * @example 2
       */
      readonly events: number
    }
    /** @description How many events a replay is about. */
    readonly WebhookReplay: {
      /**
       * @description How many are sent again, or would be.
       * @example 42
       */
      readonly events: number
      /** @description How many others match and are not sent again, by the reason; a reason for which there are none is left out. */
      readonly skipped: readonly components['schemas']['WebhookReplaySkipped'][]
      /**
       * @description Whether they were only counted.
       * @example true
       */
      readonly dryRun: boolean
      /**
       * Format: date-time
       * @description Since when attempts are kept, where `missing` was asked for; `null` if none was ever pruned. Whether an older event was taken is not known any more, so of those only what was given up is sent again.
       * @example 2026-08-28T10:00:00Z
       */
      readonly attemptsKnownSince?: string | null
    }
    /** @description One accepted key, without the key. */
    readonly AcceptedKey: {
      /**
       * @description The first 8 bytes of the SHA-256 of the key, as lower-case hex.
       * @example 3f79bb7b435b0532
       */
      readonly fingerprint: string
      /**
       * @description Whether it is the first of its list; the others are accepted while a key is rotated.
       * @example true
       */
      readonly current: boolean
      /**
       * Format: date-time
       * @description When a signature of a call last held with it; `null` if none did.
       * @example 2026-11-18T10:19:31Z
       */
      readonly lastUsedAt: string | null
    }
    /** @description The keys of one interface type of one address. */
    readonly AcceptedKeys: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface type (接口类型) the store binds the keys to: basic (基础接口), license (License授权码交付接口), kit (联营SaaS同步接口) or order (通用接口); `v1` is the Key of the first generation.
       * @example basic
       * @enum {string}
       */
      readonly interfaceType: 'basic' | 'v1' | 'license' | 'kit' | 'order'
      /**
       * @description How many keys are accepted; with 0 the type is off, and its calls answer `000001`.
       * @example 2
       */
      readonly accepted: number
      /** @description The accepted keys, the current one first. */
      readonly keys: readonly components['schemas']['AcceptedKey'][]
    }
    /** @description The accepted keys of all addresses. */
    readonly KeyList: {
      /** @description One entry for each address and interface type, in the order of the settings. */
      readonly items: readonly components['schemas']['AcceptedKeys'][]
      /**
       * @description Always `null`: the keys come on one page.
       * @example null
       */
      readonly nextCursor: null
    }
    /** @description The RSA key of one address, with which the store encrypts `clientSecret`. */
    readonly KitPublicKey: {
      /**
       * @description Name of the production address.
       * @example main
       */
      readonly address: string
      /**
       * @description The current public key (公钥) as the seller console wants it, SPKI in Base64 without PEM lines; `null` if no private key is set.
       * @example MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAq3Hn0vX2
       */
      readonly publicKey: string | null
      /**
       * @description SHA-256 of the SPKI in lower-case hex, which names the pair; `null` if no private key is set.
       * @example 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
       */
      readonly fingerprint: string | null
      /** @description The fingerprints of all pairs whose private key is accepted, the current one first. */
      readonly accepted: readonly string[]
    }
    /** @description The RSA keys of all addresses. */
    readonly KitPublicKeyList: {
      /** @description One entry for each address, in the order of the settings. */
      readonly items: readonly components['schemas']['KitPublicKey'][]
      /**
       * @description Always `null`: the keys come on one page.
       * @example null
       */
      readonly nextCursor: null
    }
    /** @description An RSA pair, and how many tenants use it. */
    readonly CredentialKey: {
      /**
       * @description SHA-256 of the SPKI in lower-case hex, which names the pair; `null` for secrets that came before Koogate kept that.
       * @example 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
       */
      readonly fingerprint: string | null
      /**
       * @description Whether its public key is the one to paste, at an address where the credential stands.
       * @example true
       */
      readonly current: boolean
      /**
       * @description Whether its private key opens secrets, at any address. Once no tenant uses an older one, it may be taken out of the settings.
       * @example true
       */
      readonly accepted: boolean
      /**
       * @description How many tenants have a secret that came under it last.
       * @example 2
       */
      readonly tenants: number
    }
    /** @description The production address of one kind of product. */
    readonly CredentialUrl: {
      /**
       * @description The kind of product.
       * @example saas
       * @enum {string}
       */
      readonly product: 'saas' | 'license' | 'license-code'
      /**
       * Format: uri
       * @description The address.
       * @example https://koogate.example.com/main/saas
       */
      readonly url: string
    }
    /** @description A debug case of the kit, and when it was seen last. */
    readonly CredentialCase: {
      /**
       * @description The interface, one of five.
       * @example tenantSync
       */
      readonly activity: string
      /**
       * @description By which generation of the kit it came; `null` if it was not seen.
       * @example V2
       * @enum {string|null}
       */
      readonly generation: 'V1' | 'V2' | null
      /**
       * Format: date-time
       * @description When its last test call came; `null` if it was not seen.
       * @example 2026-11-18T10:19:31Z
       */
      readonly seenAt: string | null
      /**
       * @description What that was answered, `000000` for success; `null` if it was not seen.
       * @example 000000
       */
      readonly resultCode: string | null
    }
    /** @description A production address (生产系统接口地址), what of it is pasted into the credential's form, and what came to it. */
    readonly CredentialAddress: {
      /**
       * @description Its name.
       * @example main
       */
      readonly address: string
      /**
       * @description The site of the store.
       * @example china
       */
      readonly site: string
      /**
       * @description Whether the credential stands here; as the settings say by `ssoAppId`, else where the last call that names it came to.
       * @example true
       */
      readonly current: boolean
      /** @description The production address (生产地址) of the form, for each kind of product; the paths of the kit are added by the store. Empty if it is not known how the world reaches Koogate. */
      readonly productionAddresses: readonly components['schemas']['CredentialUrl'][]
      /**
       * @description The public key (公钥) of the form, SPKI in Base64 without PEM lines; `null` if no private key is set.
       * @example MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAq3Hn0vX2
       */
      readonly publicKey: string | null
      /**
       * @description SHA-256 of the SPKI in lower-case hex, which names the pair.
       * @example 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
       */
      readonly fingerprint: string | null
      /**
       * Format: uri
       * @description The login address of the application (应用登录地址) of the form; `null` if nobody signs in through Koogate here.
       * @example https://koogate.example.com/sso/main/login
       */
      readonly loginUrl: string | null
      /**
       * Format: uri
       * @description The callback (回调地址) of the form, for OAuth 2.0; `null` likewise.
       * @example https://koogate.example.com/sso/main/callback
       */
      readonly callbackUrl: string | null
      /** @description The five debug cases of the kit (联营kit), which the store wants passed before the credential is made. What was called before Koogate kept that is not known. */
      readonly kitCases: readonly components['schemas']['CredentialCase'][]
      /**
       * @description How many applications of tenants were synchronised last by a call to this address.
       * @example 3
       */
      readonly applications: number
      /**
       * @description How many instances of these tenants were called about last at this address. Those at an address that is not `current` belong to orders that were not moved (订单修改设置).
       * @example 2
       */
      readonly instances: number
      /**
       * Format: date-time
       * @description When the last real call came to this address, whatever it was about; `null` if none is known.
       * @example 2026-11-18T10:19:31Z
       */
      readonly lastCallAt: string | null
    }
    /** @description What an application credential (应用凭证) of the seller centre needs, and what was seen of it here. */
    readonly Credential: {
      /**
       * @description The id of the application credential (应用ID).
       * @example KSIDJF1234456
       */
      readonly appId: string
      /**
       * @description How many real tenants are bound under it.
       * @example 3
       */
      readonly tenants: number
      /** @description The pairs with which the secrets of these tenants came, and those that are to be used. */
      readonly keys: readonly components['schemas']['CredentialKey'][]
      /** @description One entry for each production address, in the order of the settings. */
      readonly addresses: readonly components['schemas']['CredentialAddress'][]
    }
    /**
     * @description What a token may do: `read` everything but tokens and audit; `operate`, which is to change instances and licenses and to run messages again; report `usage`, that of license codes among it; see `personal` data in clear; be `admin` of tokens and read the audit. None includes another one.
     * @example read
     * @enum {string}
     */
    readonly Scope: 'read' | 'operate' | 'usage' | 'personal' | 'admin'
    /** @description Who is signed in, and what this session may do. */
    readonly Session: {
      /**
       * @description Id of the token that it was made of; `settings` for the token of the settings.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly tokenId: string
      /**
       * @description Name of the token, by which the audit tells what is done in this session.
       * @example night shift
       */
      readonly tokenName: string
      /** @description What the token may do at this moment, and the session with it. */
      readonly scopes: readonly components['schemas']['Scope'][]
      /**
       * Format: date-time
       * @description When it ends at the latest: 24 hours after the sign-in, or when its token expires. Unused for 8 hours it ends before.
       * @example 2026-11-19T07:30:00.000Z
       */
      readonly expiresAt: string
      /**
       * @description Whether a change in this session needs `Koogate-Reason` (the setting `KOOGATE_REASON_REQUIRED`).
       * @example false
       */
      readonly reasonRequired: boolean
    }
    /**
     * Format: uuid
     * @description Koogate's id of the token, which is no secret.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly TokenId: string
    /** @description A management token (管理令牌) as it is known afterwards; itself is shown once, when it is made. */
    readonly Token: {
      readonly tokenId: components['schemas']['TokenId']
      /**
       * @description What it is for. Several may have one name, as in a rotation.
       * @example billing
       */
      readonly name: string
      /** @description What it may do. */
      readonly scopes: readonly components['schemas']['Scope'][]
      /**
       * Format: date-time
       * @description When it was made.
       * @example 2026-11-18T07:30:00.000Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description From when on it is refused; `null` if it does not expire.
       * @example 2027-11-18T07:30:00.000Z
       */
      readonly expiresAt: string | null
      /**
       * Format: date-time
       * @description When it was last used, to about a minute; `null` if it never was.
       * @example 2026-11-19T08:00:12.000Z
       */
      readonly lastUsedAt: string | null
    }
    /** @description A page of tokens, newest first. */
    readonly TokenList: {
      /** @description The tokens of this page. */
      readonly items: readonly components['schemas']['Token'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description A token to be made. */
    readonly CreateTokenRequest: {
      /**
       * @description What it is for; it stands in the audit beside everything that is done with it.
       * @example billing
       */
      readonly name: string
      /** @description What it may do. */
      readonly scopes: readonly (
        | 'read'
        | 'operate'
        | 'usage'
        | 'personal'
        | 'admin'
      )[]
      /**
       * Format: date-time
       * @description From when on it is refused, in the future; left out or `null` if it does not expire.
       * @example 2027-11-18T07:30:00Z
       */
      readonly expiresAt?: string | null
    }
    /** @description What is shown once. */
    readonly TokenSecret: {
      /**
       * @description The token itself, to be sent as `Authorization` header with the word `Bearer` before it. Only a hash of it is kept, so it cannot be shown again.
       * @example kgt_EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EX0
       */
      readonly token: string
    }
    /** @description A token that was just made, with itself. */
    readonly CreatedToken: components['schemas']['Token'] &
      components['schemas']['TokenSecret']
    /** @description A change that was made, or a read that showed personal data in clear. */
    readonly AuditEntry: {
      /**
       * Format: uuid
       * @description Id of the entry.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b77
       */
      readonly id: string
      /**
       * Format: date-time
       * @description When it was done.
       * @example 2026-11-18T07:30:00.123Z
       */
      readonly at: string
      /**
       * @description Whether something was changed, or personal data was read in clear.
       * @example change
       * @enum {string}
       */
      readonly kind: 'change' | 'read'
      /** @description Who did it. */
      readonly token: {
        /**
         * @description Id of the token; `settings` for the token of the settings.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly tokenId: string
        /**
         * @description Name of the token at that time.
         * @example billing
         */
        readonly name: string
      }
      /**
       * @description What was called, by its `operationId` in this document.
       * @example putAppInfo
       */
      readonly operation: string
      /** @description What was changed or shown, each as its kind and its id with a colon between. */
      readonly subjects: readonly string[]
      /** @description Names of the members that the request set, without their values; empty for a read. */
      readonly fields: readonly string[]
      /**
       * @description Why, as `Koogate-Reason` of the request said; `null` if it said nothing, and for a read.
       * @example Buyer asked by phone
       */
      readonly reason: string | null
      /**
       * @description Id of the request, as its answer told it in `X-Request-Id`.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b78
       */
      readonly requestId: string
    }
    /** @description A page of the audit, newest first. */
    readonly AuditList: {
      /** @description The entries of this page. */
      readonly items: readonly components['schemas']['AuditEntry'][]
      readonly nextCursor: components['schemas']['NextCursor']
    }
    /** @description The process is alive. */
    readonly Live: {
      /**
       * @description Always `live`.
       * @example live
       * @constant
       */
      readonly status: 'live'
    }
    /** @description How one site of the store stands, as this process has seen it. */
    readonly SiteState: {
      /**
       * @description The site.
       * @example china
       */
      readonly site: string
      /**
       * @description `ok`; `access`, the store refuses our access keys; `away`, it does not answer; `clock`, its clock and ours differ by more than five minutes; `paused`, it asked for a pause; `no-keys`, there are no access keys of it. Expect unknown ones.
       * @example ok
       * @enum {string}
       */
      readonly state: 'ok' | 'access' | 'away' | 'clock' | 'paused' | 'no-keys'
      /**
       * Format: date-time
       * @description Since when; `null` for `no-keys`.
       * @example 2026-11-18T10:00:00Z
       */
      readonly since: string | null
    }
    /** @description The service takes calls. */
    readonly Ready: {
      /**
       * @description Always `ready`.
       * @example ready
       * @constant
       */
      readonly status: 'ready'
      /** @description How the sites of the store stand that addresses belong to. None of it denies readiness, since calls of the store are answered without. */
      readonly sites?: readonly components['schemas']['SiteState'][]
    }
    /** @description A page for people, in Chinese or English. */
    readonly WelcomePage: string
    /** @description The keys that tokens are signed with, as a JWK set (RFC 7517). */
    readonly SsoKeys: {
      /** @description Public keys. */
      readonly keys: readonly {
        /**
         * @description Kind of key.
         * @example EC
         */
        readonly kty: string
        /**
         * @description Curve.
         * @example P-256
         */
        readonly crv: string
        /**
         * @description First coordinate, base64url.
         * @example f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU
         */
        readonly x: string
        /**
         * @description Second coordinate, base64url.
         * @example x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0
         */
        readonly y: string
        /**
         * @description Thumbprint of the key (RFC 7638); a token names it.
         * @example NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs
         */
        readonly kid: string
        /**
         * @description Signature algorithm.
         * @example ES256
         */
        readonly alg: string
        /**
         * @description What it is for.
         * @example sig
         */
        readonly use: string
      }[]
    }
    /** @description A value of the product's own. */
    readonly SsoState: string
    /** @description A page for people, in Chinese or English by `Accept-Language`. */
    readonly SsoPage: string
    /** @description A test event, which changes nothing. */
    readonly WebhookTest: {
      /**
       * @description What it is.
       * @example webhook.test
       * @constant
       */
      readonly type: 'webhook.test'
      /**
       * Format: date-time
       * @description When it was sent.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timestamp: string
      /** @description Whose test it is. */
      readonly data: {
        readonly endpointId: components['schemas']['WebhookEndpointId']
      }
    }
    /** @description One product of what was bought. */
    readonly BoughtProduct: {
      /**
       * @description The product (产品ID).
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      /**
       * @description The specification (规格编码), which stays the same when the kind of period changes.
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode: string | null
      /**
       * @description How many (数量), such as seats; `null` where the specification has no such attribute.
       * @example 50
       */
      readonly quantity: number | null
      /**
       * @description The name of the product (产品名称) in the store's words.
       * @example SaaS测试商品,测试规格,基础版,包周期
       */
      readonly productName: string | null
    }
    /** @description What a product needs beside the plan. */
    readonly BoughtMore: {
      /**
       * @description Whether it is a trial that has not become an order yet.
       * @example false
       */
      readonly trial: boolean
      /** @description The products with their quantities, mostly the one that stands in the plan; several where one order line sells several charge items. Empty as long as no order was read. */
      readonly products: readonly components['schemas']['BoughtProduct'][]
      /**
       * Format: date-time
       * @description When it expires; `null` if the store has not told it or it does not expire.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
    }
    /** @description What was bought, in the form that an instance shows it in, and what a product needs beside that. */
    readonly BoughtPlan: components['schemas']['Plan'] &
      components['schemas']['BoughtMore']
    /** @description Who bought (买家信息), in the store's words and in clear; a member that nobody told is `null`. The store returns mobile number and e-mail only if the product asked the buyer for them. */
    readonly BoughtBy: {
      /**
       * @description Huawei Cloud account id (客户ID).
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId: string | null
      /**
       * @description Account name (客户账号名).
       * @example mock_user_01
       */
      readonly customerName: string | null
      /**
       * @description Verified name (实名认证名称).
       * @example 测试用户1
       */
      readonly customerRealName: string | null
      /**
       * @description Kind of customer as the store writes it; its meaning is not documented.
       * @example 0
       */
      readonly customerType: number | string | null
      /**
       * @description Mobile number (手机号).
       * @example 18688888888
       */
      readonly mobilePhone: string | null
      /**
       * @description E-mail address (邮箱).
       * @example li@example.com
       */
      readonly email: string | null
      /**
       * @description IAM user id (子用户ID).
       * @example 7b4cd1e3f7a04f5fb14d37cfd8a6e0f2
       */
      readonly userId: string | null
      /**
       * @description IAM user name (子用户名).
       * @example lisi
       */
      readonly userName: string | null
    }
    /** @description The instance that an ask is about, what was bought and by whom. */
    readonly AskedInstance: {
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The seller's account at one store that it belongs to.
       * @example china
       */
      readonly site: string
      /**
       * @description Name of the production address (生产系统接口地址) that the store called last about it.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family that sold it. Expect unknown ones.
       * @example saas-v2
       * @enum {string}
       */
      readonly family: 'saas-v2' | 'saas-v1' | 'license-a' | 'license-b'
      /**
       * @description Always `false`. What the debugger or the dial test buys is never asked for.
       * @example false
       */
      readonly test: boolean
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description The order line that bought it (订单行ID); `null` in V1 and License B, which have none.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId: string | null
      /**
       * @description The store's id of the first purchase request.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly businessId: string
      /**
       * @description What the seller's own systems call it (`PUT …/metadata`); `null` if nothing was set.
       * @example tenant-0815
       */
      readonly externalId: string | null
      readonly plan: components['schemas']['BoughtPlan']
      /** @description Who bought; `null` as long as neither a call nor an order told it. */
      readonly buyer: components['schemas']['BoughtBy'] | null
    }
    /** @description Which attempt this is. */
    readonly AskAttempt: {
      /**
       * @description Counts the attempts of this ask, from 1. A higher one asks for the same thing again.
       * @example 1
       */
      readonly attempt: number
      /**
       * Format: date-time
       * @description Until when the store waits, as its documents have it; `null` where they name no time. A success after that is kept and told to the store all the same.
       * @example 2026-11-18T13:19:31Z
       */
      readonly deadline: string | null
    }
    /** @description What was bought, by whom, and which attempt this is. */
    readonly ProvisionRequestedData: components['schemas']['AskedInstance'] &
      components['schemas']['AskAttempt']
    /** @description The product is to make what was bought. */
    readonly ProvisionRequested: {
      /**
       * @description What is asked.
       * @example provision.requested
       * @constant
       */
      readonly type: 'provision.requested'
      /**
       * Format: date-time
       * @description When it was wanted, the same at every attempt.
       * @example 2026-11-18T10:19:31Z
       */
      readonly timestamp: string
      readonly data: components['schemas']['ProvisionRequestedData']
    }
    /** @description How the buyer gets in, as the store shows it; the lengths are those the store takes. Other members are ignored. */
    readonly ProvisionAnswer: {
      /**
       * Format: uri
       * @description Where the buyer uses the product (前台地址), http or https.
       * @example https://app.example.com/t/10e758d0
       */
      readonly frontEndUrl: string
      /**
       * Format: uri
       * @description Where the buyer manages it (管理地址), http or https; `null` or left out for none.
       * @example https://app.example.com/admin
       */
      readonly adminUrl?: string | null
      /**
       * @description Administrator account (管理员账号); `null` or left out for none. Of a SaaS V1 instance at most 79 bytes in UTF-8, because V1 encrypts it and the store counts the cipher text.
       * @example admin
       */
      readonly userName?: string | null
      /**
       * @description Initial password (管理员初始密码); `null` or left out for none. Of a SaaS V1 instance at most 79 bytes in UTF-8, as `userName`.
       * @example change-me-at-first-login
       */
      readonly password?: string | null
      /**
       * @description Remarks (备注) for the buyer, in any script; `null` or left out for none.
       * @example 首次登录请修改密码
       */
      readonly memo?: string | null
    }
    /** @description Why the purchase cannot be made. The store is told the code, and the reason with it. */
    readonly ProvisionRefusal: {
      /**
       * @description The store's result code: `000100` no instance is available, `000101` the mobile number is missing or a duplicate, `000102` so is the e-mail, `000103` already bought and not to be bought again, `000104` a fault of the product, `000105` the account has the benefit already, `000106` sold out, `000107` the e-mail domain is a duplicate.
       * @example 000106
       * @enum {string}
       */
      readonly code:
        | '000100'
        | '000101'
        | '000102'
        | '000103'
        | '000104'
        | '000105'
        | '000106'
        | '000107'
      /**
       * @description The reason in words.
       * @example product resources are sold out
       */
      readonly reason: string
    }
    /** @description The license that is to be made; what the family does not know is `null`. */
    readonly AskedLicense: {
      readonly licenseId: components['schemas']['LicenseId']
      /**
       * @description The store's number of the application (事件ID); License A only.
       * @example 8d0f6a52-7d5c-4a33-8a5d-7e9a2f1c3b40
       */
      readonly eventId: string | null
      /**
       * @description The device that the license is bound to (设备指纹); License A only.
       * @example 04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672
       */
      readonly deviceFingerprint: string | null
      /**
       * @description The code that the license is made for (识别码); License B only.
       * @example 8E2B-4C1A-77F0
       */
      readonly identificationCode: string | null
      /**
       * Format: date-time
       * @description From when the license is valid; License A only.
       * @example 2026-11-18T10:30:15Z
       */
      readonly effectiveTime: string | null
      /**
       * Format: date-time
       * @description Until when the license is valid; `null` for one without an end.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
    }
    /** @description What the license is for, what was bought, by whom, and which attempt this is. */
    readonly LicenseRequestedData: components['schemas']['AskedInstance'] &
      components['schemas']['AskAttempt'] &
      components['schemas']['AskedLicense']
    /** @description The product is to make a license. */
    readonly LicenseRequested: {
      /**
       * @description What is asked.
       * @example license.issue_requested
       * @constant
       */
      readonly type: 'license.issue_requested'
      /**
       * Format: date-time
       * @description When it was wanted, the same at every attempt.
       * @example 2026-11-18T10:19:31Z
       */
      readonly timestamp: string
      readonly data: components['schemas']['LicenseRequestedData']
    }
    /** @description The license, as a text or as a file, in the form of `PUT /api/v1/licenses/{licenseId}/content`. */
    readonly LicenseAnswer:
      | components['schemas']['PutLicenseText']
      | components['schemas']['PutLicenseFile']
    /** @description Why the license cannot be made. The store is told the code, and the reason with it. */
    readonly LicenseRefusal: {
      /**
       * @description The store's result code: those of a purchase, and `000900` the quota of the order is used up, `000901` the application is outside the validity of the order.
       * @example 000900
       * @enum {string}
       */
      readonly code:
        | '000100'
        | '000101'
        | '000102'
        | '000103'
        | '000104'
        | '000105'
        | '000106'
        | '000107'
        | '000900'
        | '000901'
      /**
       * @description The reason in words.
       * @example all 50 licenses of the order are in use
       */
      readonly reason: string
    }
    /** @description A product as the store told it (productInfo); members may be missing or of another type. */
    readonly ChangeTarget: {
      /**
       * @description The product (产品ID).
       * @example OFFI461867333479178240
       */
      readonly productId?: unknown
      /**
       * @description The specification (规格ID).
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode?: unknown
      /**
       * @description The value of the linear attribute, such as the number of seats (线性值).
       * @example 80
       */
      readonly linearValue?: unknown
      /**
       * @description The name of the product (产品名称).
       * @example 测试商品
       */
      readonly productName?: unknown
    }
    /** @description The products that a renewal would change to. */
    readonly ChangeTargets: {
      /** @description The products, mostly one; all of them have to be allowed. */
      readonly targets: readonly components['schemas']['ChangeTarget'][]
    }
    /** @description The instance as it is, and the products that the renewal would change to. */
    readonly ChangeCheckData: components['schemas']['AskedInstance'] &
      components['schemas']['ChangeTargets']
    /** @description The product is to say whether a renewal may change what was bought. */
    readonly ChangeCheck: {
      /**
       * @description What is asked.
       * @example change.check
       * @constant
       */
      readonly type: 'change.check'
      /**
       * Format: date-time
       * @description When it was wanted, the same at every attempt.
       * @example 2026-11-18T10:19:31Z
       */
      readonly timestamp: string
      readonly data: components['schemas']['ChangeCheckData']
    }
    /** @description Whether the renewal may change the product. */
    readonly ChangeCheckAnswer: {
      /**
       * @description `false` keeps the buyer from renewing with this change.
       * @example false
       */
      readonly allowed: boolean
      /**
       * @description Why not, which the store is told; `null` or left out for no reason.
       * @example 50 users cannot move to an edition of 20
       */
      readonly reason?: string | null
    }
    /** @description The order that has changed what was bought. */
    readonly AppliedChange: {
      readonly changeOrderId: components['schemas']['OrderId']
      /**
       * @description Its order line (订单行ID); `null` in V1, which has none.
       * @example CS2211181819B4LVS-000001
       */
      readonly changeOrderLineId: string | null
      /**
       * @description An upgrade, or a renewal with a change (续费变更). Expect unknown ones.
       * @example UPGRADE
       * @enum {string}
       */
      readonly scene: 'UPGRADE' | 'RENEWAL_CHANGE'
      readonly previousPlan: components['schemas']['BoughtPlan']
    }
    /** @description The instance with what was bought now and before, and which attempt this is. */
    readonly ChangeRequestedData: components['schemas']['AskedInstance'] &
      components['schemas']['AskAttempt'] &
      components['schemas']['AppliedChange']
    /** @description The product is to apply what an order has changed. */
    readonly ChangeRequested: {
      /**
       * @description What is asked.
       * @example change.requested
       * @constant
       */
      readonly type: 'change.requested'
      /**
       * Format: date-time
       * @description When it was wanted, the same at every attempt.
       * @example 2026-11-18T10:19:31Z
       */
      readonly timestamp: string
      readonly data: components['schemas']['ChangeRequestedData']
    }
    /**
     * @description What happened to an instance. `instance.created` it was bought, or began to be made; `instance.imported` it was sold before Koogate and is known from now on; `instance.activated` the buyer can get in; `instance.accepted` the buyer accepted a supervised product (V1); `instance.failed` it could not be made; `instance.overdue` the product has not made it in the time that the store waits, so the order must be looked at; `instance.renewed` it got another expiry, perhaps with another plan; `instance.renewal_refunded` a renewal was cancelled, so expiry and plan are those before; `instance.converted` a trial became an order; `instance.upgraded` an upgrade order was applied, its plan follows with `instance.changed` once the order is read (V2); `instance.changed` anything else of it changed; `instance.frozen`, `instance.unfrozen`, and `instance.released` for good. Expect unknown ones.
     * @example instance.created
     * @enum {string}
     */
    readonly InstanceEventType:
      | 'instance.created'
      | 'instance.imported'
      | 'instance.activated'
      | 'instance.accepted'
      | 'instance.failed'
      | 'instance.overdue'
      | 'instance.renewed'
      | 'instance.renewal_refunded'
      | 'instance.converted'
      | 'instance.upgraded'
      | 'instance.changed'
      | 'instance.frozen'
      | 'instance.unfrozen'
      | 'instance.released'
    /** @description What brought the change about. */
    readonly EventCause: {
      /**
       * Format: uuid
       * @description The call of the store (`GET /api/v1/messages/{id}`); `null` where none did, such as a request of the management API or an order that was read.
       * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
       */
      readonly messageId: string | null
      /**
       * @description The order (订单ID); `null` where none did.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
    }
    /** @description An instance (实例) as the change left it. In an event that a version before 0.4 has left behind, what it did not keep is `null`. */
    readonly InstanceEventData: {
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the store called last about it.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family that sold it. Expect unknown ones.
       * @example saas-v2
       * @enum {string}
       */
      readonly family: 'saas-v2' | 'saas-v1' | 'license-a' | 'license-b'
      /**
       * @description Whether the debugger or the dial test bought it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description Its status after the change.
       * @example active
       * @enum {string|null}
       */
      readonly status:
        | 'provisioning'
        | 'active'
        | 'frozen'
        | 'failed'
        | 'released'
        | null
      /**
       * @description Its status before the change; `null` of one that is new.
       * @example null
       * @enum {string|null}
       */
      readonly previousStatus:
        | 'provisioning'
        | 'active'
        | 'frozen'
        | 'failed'
        | 'released'
        | null
      /**
       * @description How often it was written, this change included. Several events of one change have one version.
       * @example 1
       */
      readonly version: number | null
      /**
       * @description The product (产品ID) the buyer has now; `null` until an order told it.
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      /**
       * Format: date-time
       * @description When it expires; `null` if the store has not sent it or it does not expire.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
      /**
       * Format: date-time
       * @description When the buyer accepted a product under service supervision (服务监管, V1 only).
       * @example null
       */
      readonly acceptanceTime: string | null
      /**
       * @description Whether it was sold as a trial that has not become an order yet.
       * @example false
       */
      readonly trial: boolean | null
      /** @description What was bought, as all orders that were applied tell it together. */
      readonly plan: components['schemas']['Plan'] | null
      /** @description What was bought before the change; `null` where the change left it as it was. */
      readonly previousPlan: components['schemas']['Plan'] | null
      /** @description Who bought (买家信息), masked without `personal`; `null` until a call or an order told it. */
      readonly buyer: components['schemas']['Buyer'] | null
      /**
       * @description Why the store refreshed it (场景), such as `RENEWAL`, `RENEWAL_CHANGE`, `TRIAL_TO_FORMAL` or `UNSUBSCRIBE_RENEWAL_PERIOD`, in V1 concluded from the call; `null` for any other change. Expect unknown ones.
       * @example null
       */
      readonly scene: string | null
      /** @description Names of what the change has touched beside the status, of an instance that was there before. */
      readonly changed: readonly string[]
      /** @description Why it could not be made; `null` unless `status` is `failed`. */
      readonly failure: components['schemas']['Failure'] | null
      /**
       * @description One sentence for the operator about something that wants a look; `null` if nothing does.
       * @example null
       */
      readonly attention: string | null
      /**
       * @description What the seller's own systems call it (`PUT …/metadata`); `null` if nothing was set.
       * @example tenant-0815
       */
      readonly externalId: string | null
      readonly metadata: components['schemas']['Metadata']
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of an instance (实例). */
    readonly InstanceEvent: {
      readonly type: components['schemas']['InstanceEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['InstanceEventData']
    }
    /**
     * @description What happened to an order line. `order.notified` the store notified it; `order.fetched` it was read from the store; `order.refused` the store does not give it; `order.delivery.noted` a step of service supervision was noted; `order.delivery.idle` nothing has happened there for 5 days, and the other side may appeal. Expect unknown ones.
     * @example order.notified
     * @enum {string}
     */
    readonly OrderEventType:
      | 'order.notified'
      | 'order.fetched'
      | 'order.refused'
      | 'order.delivery.noted'
      | 'order.delivery.idle'
    /** @description A step of service supervision (服务监管), or that none follows. */
    readonly OrderEventDelivery: {
      /** @description The step; `null` if none is noted yet. */
      readonly step: components['schemas']['DeliveryStep'] | null
      /**
       * @description Name of the token with which it was noted; `store` for what a call of the store brought, `koogate` for what follows from the time.
       * @example service desk
       */
      readonly by: string
      /**
       * Format: date-time
       * @description When it happened; of an order that is idle, since when.
       * @example 2026-11-20T02:10:00Z
       */
      readonly at: string
      /**
       * @description What somebody has to do; `null` of a step.
       * @example nothing has happened for 5 days; the buyer may appeal
       */
      readonly attention: string | null
    }
    /** @description An order line (订单) as the change left it. */
    readonly OrderEventData: components['schemas']['Order'] & {
      readonly id: components['schemas']['OrderResourceId']
      /**
       * @description The site whose account has the order.
       * @example china
       */
      readonly site: string
      /**
       * @description Name of the production address (生产系统接口地址) that the call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test told it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description The instance (实例ID) that it completes; `null` where there is none, such as for a service or hardware.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /** @description The step that was noted, or since when nothing has happened; `null` in other events. */
      readonly delivery: components['schemas']['OrderEventDelivery'] | null
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of an order line (订单). */
    readonly OrderEvent: {
      readonly type: components['schemas']['OrderEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['OrderEventData']
    }
    /**
     * @description What happened to a license. `license.requested` it is asked for; `license.issued` it is made; `license.uploaded` the store has it (A); `license.failed` it could not be made; `license.refused` the store does not take it (A); `license.renewed` and `license.renewal_refunded` its expiry changed; `license.frozen`, `license.unfrozen`, `license.released` for good; `license.code.activated` a code was activated, or found to be (C); `license.code.lapsed` the store said that it is not alive any more (C); `license.changed` anything else of it changed. Expect unknown ones.
     * @example license.requested
     * @enum {string}
     */
    readonly LicenseEventType:
      | 'license.requested'
      | 'license.issued'
      | 'license.uploaded'
      | 'license.failed'
      | 'license.refused'
      | 'license.renewed'
      | 'license.renewal_refunded'
      | 'license.frozen'
      | 'license.unfrozen'
      | 'license.released'
      | 'license.code.activated'
      | 'license.code.lapsed'
      | 'license.changed'
    /** @description A license (授权) as the change left it; never its content. */
    readonly LicenseEventData: {
      readonly licenseId: components['schemas']['LicenseId']
      /**
       * @description Name of the production address (生产系统接口地址) that the store called last about it.
       * @example main
       */
      readonly address: string
      /**
       * @description The interface family; `license-a` the online license, `license-b` License 1.0, `license-c` a code of License 2.0. Expect unknown ones.
       * @example license-a
       * @enum {string}
       */
      readonly family: 'license-a' | 'license-b' | 'license-c'
      /**
       * @description Whether the debugger or the dial test asked for it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * @description The instance (实例ID) it belongs to; `null` for a code.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order that bought it; of a code the one that renewed it last.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The store's number of the application (业务流水号, A); `null` for any other.
       * @example 8d0f6a52-7d5c-4a33-8a5d-7e9a2f1c3b40
       */
      readonly eventId: string | null
      /**
       * @description The code (授权码, C), masked without `personal`; `null` for any other.
       * @example PL***01
       */
      readonly code: string | null
      /**
       * @description What the license is bound to, the fingerprint of a device (设备指纹, A) or the buyer's identification code (识别码, B).
       * @example 04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672
       */
      readonly madeFor: string | null
      /**
       * @description The product (产品ID); `null` if it is not known.
       * @example OFFI846204237451911168
       */
      readonly productId: string | null
      readonly status: components['schemas']['LicenseStatus']
      /**
       * @description Its status before the change; `null` of one that is new.
       * @example null
       * @enum {string|null}
       */
      readonly previousStatus:
        | 'provisioning'
        | 'active'
        | 'frozen'
        | 'failed'
        | 'released'
        | null
      /**
       * @description How often it was written, this change included.
       * @example 1
       */
      readonly version: number
      /**
       * Format: date-time
       * @description Its first moment, as the application asks (A); `null` for any other.
       * @example 2026-11-18T10:30:15Z
       */
      readonly effectiveTime: string | null
      /**
       * Format: date-time
       * @description When it expires; `null` if the store has not sent it.
       * @example 2027-11-18T15:59:59Z
       */
      readonly expireTime: string | null
      /**
       * Format: date-time
       * @description When the code was activated, as far as it is known (C); `null` for any other, and for a code that was never activated or checked here.
       * @example 2026-01-02T15:35:55Z
       */
      readonly activatedAt: string | null
      /**
       * @description What the store said of the code when it was checked last (C); `null` for any other, and before.
       * @example alive
       * @enum {string|null}
       */
      readonly codeStatus: 'alive' | 'expired' | 'released' | null
      readonly upload: components['schemas']['LicenseUpload']
      /** @description Why it could not be made; `null` unless `status` is `failed`. */
      readonly failure: components['schemas']['Failure'] | null
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of a license (授权). */
    readonly LicenseEvent: {
      readonly type: components['schemas']['LicenseEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['LicenseEventData']
    }
    /**
     * @description What happened to a tenant under one instance. `tenant.bound` it is bound; `tenant.changed` name, domain or order changed; `tenant.deleted` it is not bound any more. Expect unknown ones.
     * @example tenant.bound
     * @enum {string}
     */
    readonly TenantEventType:
      | 'tenant.bound'
      | 'tenant.changed'
      | 'tenant.deleted'
    /** @description A tenant (租户) under one instance, as the change left it. */
    readonly TenantEventData: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, for every path below `/api/v1/tenants`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test sent it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When the store says that it changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string | null
      readonly state: components['schemas']['BindingState']
      /** @description Its state before the change; `null` of one that is new. */
      readonly previousState: components['schemas']['BindingState'] | null
      /**
       * @description The buyer's order (订单号); `null` if the store told none.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The tenant's mark (租户标识).
       * @example example
       */
      readonly tenantCode: string | null
      /**
       * @description The enterprise's name (租户名称).
       * @example 示例科技有限公司
       */
      readonly name: string | null
      /**
       * @description The tenant's address at the auth centre (统一域名地址).
       * @example https://example.tenantaccount.com
       */
      readonly domainName: string | null
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of a tenant (租户) under one instance. */
    readonly TenantEvent: {
      readonly type: components['schemas']['TenantEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['TenantEventData']
    }
    /** @description An application (应用) of a tenant, as the change left it. */
    readonly TenantApplicationEventData: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, for every path below `/api/v1/tenants`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test sent it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When the store says that it changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string | null
      /**
       * @description The application (应用ID).
       * @example KSIDJF1234456
       */
      readonly appId: string
      /**
       * @description Its client id at the auth centre.
       * @example 5e13ca9a-3bfd-4a40-b1f0-21fcb1a2c8b5
       */
      readonly clientId: string
      /**
       * @description Whether its client secret is known.
       * @example true
       */
      readonly hasSecret: boolean
      /**
       * @description Whether it is bound to the tenant.
       * @example bound
       * @enum {string}
       */
      readonly state: 'bound' | 'deleted'
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of an application (应用) of a tenant. */
    readonly TenantApplicationEvent: {
      /**
       * @description An application was bound, changed or deleted.
       * @example tenant.application.changed
       * @enum {string}
       */
      readonly type: 'tenant.application.changed'
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['TenantApplicationEventData']
    }
    /** @description A user (用户) as the store told it; masked without `personal`. */
    readonly EventUser: {
      /**
       * @description The account (联营账号), masked without `personal`; the filter `userName` takes it in full.
       * @example z***1
       */
      readonly userName: string
      /**
       * @description The name (姓名), masked without `personal`.
       * @example 张***
       */
      readonly name: string | null
      /**
       * @description Code of the user's department (部门编码), which need not be known.
       * @example 10000
       */
      readonly orgCode: string | null
      /**
       * @description `admin` has the administrator's right in the application.
       * @example user
       * @enum {string}
       */
      readonly role: 'admin' | 'user'
      /**
       * @description Whether the account may be used (是否启用).
       * @example true
       */
      readonly enabled: boolean
      /**
       * @description Position (职位).
       * @example 系统管理员
       */
      readonly position: string | null
      /**
       * @description Staff number (工号), masked without `personal`.
       * @example A***3
       */
      readonly employeeCode: string | null
      /**
       * @description Kind of employment (员工类型), as text; `1` regular, `2` intern, `3` dispatched, `4` outsourced.
       * @example 1
       */
      readonly employeeType: string | null
      /**
       * @description Mobile number (手机号), masked without `personal`.
       * @example 159****2222
       */
      readonly mobile: string | null
      /**
       * @description E-mail address (邮箱), masked without `personal`.
       * @example l***@example.com
       */
      readonly email: string | null
      /**
       * @description Date of entry (入职日期), as it came.
       * @example 2022-11-16
       */
      readonly entryDate: string | null
      /**
       * @description Place of work (工作地点).
       * @example 深圳
       */
      readonly workPlace: string | null
      /**
       * @description Further members (扩展信息) that the store sent, private ones masked without `personal`.
       * @example {
       *       "accountSet": "001"
       *     }
       */
      readonly extension: Record<string, never> | string | null
    }
    /** @description Users (用户) of a tenant whose authorisation or profile the store told; at most 100 in one event. */
    readonly TenantUsersEventData: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, for every path below `/api/v1/tenants`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test sent it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When the store says that it changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string | null
      /**
       * @description The application (应用ID) of the authorisation.
       * @example KSIDJF1234456
       */
      readonly appId: string
      /**
       * @description Whether they may use the application now: granted (已授权), revoked (已取消授权) or deleted (已删除).
       * @example granted
       * @enum {string}
       */
      readonly state: 'granted' | 'revoked' | 'deleted'
      /** @description The users, what is personal masked without `personal`. */
      readonly users: readonly components['schemas']['EventUser'][]
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of users (用户) of a tenant, at most 100 in one event; one list of the store may make several. */
    readonly TenantUsersEvent: {
      /**
       * @description Users of an application changed.
       * @example tenant.users.changed
       * @enum {string}
       */
      readonly type: 'tenant.users.changed'
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['TenantUsersEventData']
    }
    /** @description The departments (部门) of a tenant changed; read them again. */
    readonly TenantDepartmentsEventData: {
      /**
       * Format: uuid
       * @description Koogate's id of the tenant, for every path below `/api/v1/tenants`.
       * @example 6f1ed002-ab5c-9de2-9b1c-7a2b0c4f9e11
       */
      readonly id: string
      readonly tenantId: components['schemas']['TenantId']
      readonly instanceId: components['schemas']['BindingInstanceId']
      /**
       * @description Name of the production address (生产系统接口地址) that the call came to.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether the debugger or the dial test sent it (`testFlag` `1`).
       * @example false
       */
      readonly test: boolean
      /**
       * Format: date-time
       * @description When the store says that it changed.
       * @example 2026-11-18T10:19:31.000Z
       */
      readonly timeStamp: string | null
      /**
       * @description Code of the department (部门编码) that changed alone; `null` after a full list.
       * @example 10000
       */
      readonly orgCode: string | null
      readonly cause: components['schemas']['EventCause']
    }
    /** @description A change of the departments (部门) of a tenant, which are to be read again. */
    readonly TenantDepartmentsEvent: {
      /**
       * @description The departments changed.
       * @example tenant.departments.changed
       * @enum {string}
       */
      readonly type: 'tenant.departments.changed'
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['TenantDepartmentsEventData']
    }
    /**
     * @description What became of usage. `usage.parked` the store refused it, and an operator has to look; `usage.shifted` it came late and got a time of its own, some seconds shorter; `usage.at_risk` it waits for 14, 18 or 20 days of the 21 that the store takes it; `usage.expired` the store takes it no more. Expect unknown ones.
     * @example usage.parked
     * @enum {string}
     */
    readonly UsageEventType:
      | 'usage.parked'
      | 'usage.shifted'
      | 'usage.at_risk'
      | 'usage.expired'
    /** @description Usage of one instance that has come to the same end; each event tells what is new. */
    readonly UsageEventData: {
      /**
       * @description The pay-per-use instance (按需实例).
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      /**
       * @description The site of the store.
       * @example china
       */
      readonly site: string
      /**
       * @description Name of the production address (生产系统接口地址) whose key signs the push.
       * @example main
       */
      readonly address: string
      /**
       * @description Whether it is of an instance that the debugger bought.
       * @example false
       */
      readonly test: boolean
      /**
       * @description How many usage records of the store (话单).
       * @example 1
       */
      readonly windows: number
      /**
       * @description How many reported records they are the sum of.
       * @example 60
       */
      readonly records: number
      /** @description Their sum, decimal text. */
      readonly value: components['schemas']['DecimalText']
      /**
       * @description What the store said, where it said something.
       * @example 006
       */
      readonly code: string | null
      /**
       * @description The same in one sentence.
       * @example the product has left the market
       */
      readonly reason: string | null
      /**
       * @description For how many days it has waited since its begin, of `usage.at_risk` only.
       * @example 14
       */
      readonly days: number | null
      /** @description Their ids, the first 100 of them; `GET /api/v1/usage/windows` lists all. */
      readonly meteringSns: readonly string[]
      readonly cause: components['schemas']['EventCause']
    }
    /** @description What became of usage (使用量) of an instance. */
    readonly UsageEvent: {
      readonly type: components['schemas']['UsageEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['UsageEventData']
    }
    /**
     * @description What happened to an alarm. `alarm.raised` its cause came, and no alarm of it was open; `alarm.cleared` its cause is gone, or it was cleared by hand. Expect unknown ones.
     * @example alarm.raised
     * @enum {string}
     */
    readonly AlarmEventType: 'alarm.raised' | 'alarm.cleared'
    /** @description An alarm (告警) as it began or ended. */
    readonly AlarmEventData: {
      /**
       * @description The kind of cause, as in `GET /api/v1/alarms`. Expect unknown ones.
       * @example instance.unknown
       */
      readonly key: string
      /**
       * @description Whose alarm it is, the kind of thing before its id.
       * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly subject: string
      /**
       * @description What happened, in one sentence for the operator; `null` when it ended.
       * @example the store named an unknown instance at main
       */
      readonly text: string | null
    }
    /** @description An alarm (告警) that began or ended. */
    readonly AlarmEvent: {
      readonly type: components['schemas']['AlarmEventType']
      readonly timestamp: components['schemas']['EventTimestamp']
      readonly data: components['schemas']['AlarmEventData']
    }
  }
  responses: {
    /** @description Anything else: an unknown path (404), another method (405), a body over 1 MiB (413), an internal error (500). */
    readonly OtherProblem: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description A parameter or a member of the body is missing, unknown, malformed, too long or out of range; `errors` names it. */
    readonly BadRequest: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The management token is missing, wrong, expired or deleted, or the session has ended. */
    readonly Unauthorized: {
      headers: {
        /**
         * @description The scheme that is wanted.
         * @example Bearer
         */
        readonly 'WWW-Authenticate'?: string
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The token has not the scope that the operation, or a member of the body, needs, and `detail` names it; or a session was asked for what it may not, from another site or over plain http. */
    readonly Forbidden: {
      headers: {
        /**
         * @description The scheme, and the scope that is missing (RFC 6750).
         * @example Bearer error="insufficient_scope", scope="operate"
         */
        readonly 'WWW-Authenticate'?: string
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Too many wrong tokens came from this source, so an unknown one is not looked at for now. Tokens that were right from there before are served on. */
    readonly TooManyAttempts: {
      headers: {
        /**
         * @description After how many seconds one more may be tried.
         * @example 1
         */
        readonly 'Retry-After'?: string
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The database is away or slow; nothing was changed, the call may be repeated. */
    readonly Unavailable: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The present state forbids it. */
    readonly Conflict: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The `Idempotency-Key` was used for another request; nothing was done. */
    readonly KeyReused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description There is nothing by this id, of the kind that the address names. */
    readonly NotFound: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It has changed since the caller read it (`If-Match`); nothing was written. */
    readonly VersionMismatch: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The store could not be asked, or did not give what was asked for; `detail` names its code. What was known before stays. */
    readonly StoreFailed: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Events behind that position are pruned; `oldest` is the first position that is kept. */
    readonly PositionPruned: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Nobody could look (503 while the database is away or too many look at once, 500 for a fault here); the page is the same for every id. */
    readonly WelcomeAway: {
      headers: {
        readonly 'Content-Security-Policy': components['headers']['WelcomePolicy']
        /**
         * @description After how many seconds it is worth loading again.
         * @example 60
         */
        readonly 'Retry-After': string
        readonly [name: string]: unknown
      }
      content: {
        readonly 'text/html': components['schemas']['WelcomePage']
      }
    }
    /**
     * @description A page that says in Chinese or English what is wrong and what to check, with a code that the guide explains.
     *     400: the login was not begun in this browser, or is too old, was used before, or lacks a parameter. 403: the enterprise or the user is not let in. 404: sign-on, or this enterprise, is not set up here. 502 and 504: the auth centre refuses, or does not answer. 503: too much at once.
     */
    readonly SsoErrorPage: {
      headers: {
        readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
        readonly [name: string]: unknown
      }
      content: {
        readonly 'text/html': components['schemas']['SsoPage']
      }
    }
    /** @description Anything else, no answer within the time, a redirect, or an answer of more than 64 kB. It is kept for the operator and asked again after 5 s, 15 s, 1 min, 2 min and then every 5 min. */
    readonly AskedAgain: {
      headers: {
        readonly [name: string]: unknown
      }
      content?: never
    }
    /** @description The product has taken it and reports later. It is not asked again. */
    readonly Pending: {
      headers: {
        readonly [name: string]: unknown
      }
      content?: never
    }
    /** @description Refused for good, with a code of the store's; any status from 400 to 499 with such a body counts so. Without one it is tried again. */
    readonly ProvisionRefused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['ProvisionRefusal']
      }
    }
    /** @description Refused for good, with a code of the store's; any status from 400 to 499 with such a body counts so. Without one it is tried again. */
    readonly LicenseRefused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['LicenseRefusal']
      }
    }
    /** @description It is applied. Any status from 200 to 299 counts so. */
    readonly Applied: {
      headers: {
        readonly [name: string]: unknown
      }
      content?: never
    }
  }
  parameters: {
    /**
     * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
     * @example 2026-11-18T10:19:31Z
     */
    readonly UpdatedAfter: string
    /**
     * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
     * @example updatedAt
     */
    readonly Sort: '-createdAt' | '-updatedAt' | 'updatedAt'
    /**
     * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
     * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
     */
    readonly Cursor: string
    /**
     * @description How many items a page holds at most. Defaults to 50.
     * @example 50
     */
    readonly Limit: number
    /**
     * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
     * @example true
     */
    readonly KoogateReveal: boolean
    /**
     * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
     * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
     */
    readonly IdempotencyKey: string
    /**
     * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
     * @example Buyer%20asked%20by%20phone
     */
    readonly KoogateReason: string
    /**
     * @description The instance (实例ID).
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly PathInstanceId: components['schemas']['InstanceId']
    /**
     * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
     * @example "7"
     */
    readonly IfMatch: string
    /**
     * @description The order line, by Koogate's id of it.
     * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
     */
    readonly PathOrderId: components['schemas']['OrderResourceId']
    /**
     * @description Koogate's id of the usage record (话单唯一标识), which the store knows it by.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathMeteringSn: string
    /**
     * @description The reconciliation, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
     */
    readonly PathReconciliationId: string
    /**
     * @description The drift, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c11
     */
    readonly PathDriftId: string
    /**
     * @description The license, by Koogate's id of it.
     * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
     */
    readonly PathLicenseId: string
    /**
     * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
     * @example 68cbc86abc2018ab880d92f36422fa0e
     */
    readonly PathTenantId: components['schemas']['TenantId']
    /**
     * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
     * @example main
     */
    readonly TenantAddress: string
    /**
     * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
     * @example false
     */
    readonly TenantTest: boolean
    /**
     * @description Only what belongs to the binding with this instance; empty for the binding without one.
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly BindingFilter: string
    /**
     * @description Id of the session, `session.id` of the exchange.
     * @example 5b0f6c0e-6f0e-4c39-9a63-0a4b2f0d7c11
     */
    readonly PathSsoSessionId: components['schemas']['SsoSessionId']
    /**
     * @description The message.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathMessageId: string
    /**
     * @description The re-run, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
     */
    readonly PathMessageRerunId: string
    /**
     * @description The attempt.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathOutboundCallId: string
    /**
     * @description Koogate's id of the alarm.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathAlarmId: string
    /**
     * @description The event's id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathEventId: string
    /**
     * @description The endpoint, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathWebhookEndpointId: string
    /**
     * @description The event, by its id, which is its `webhook-id`.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
     */
    readonly PathWebhookEventId: string
    /**
     * @description The attempt, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathWebhookAttemptId: string
    /**
     * @description The id of the application credential (应用ID).
     * @example KSIDJF1234456
     */
    readonly PathAppId: string
    /**
     * @description The token, by its id.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly PathTokenId: string
    /**
     * @description Name of the production address.
     * @example main
     */
    readonly SsoAddress: string
    /**
     * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
     * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
     */
    readonly WebhookIdHeader: string
    /**
     * @description When this attempt was signed, in seconds since 1970.
     * @example 1795688373
     */
    readonly WebhookTimestampHeader: number
  }
  requestBodies: never
  headers: {
    /**
     * @description The `version` in quotes, to be sent as `If-Match` with a change.
     * @example "7"
     */
    readonly ETag: string
    /**
     * @description The cookie of the session, which no script reads and no other site sends; it holds nothing but a random value. Signing out takes it away.
     * @example __Host-koogate-session=EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EXAMPLE-EX0; Path=/; Secure; HttpOnly; SameSite=Strict
     */
    readonly SessionCookie: string
    /**
     * @description No script and no frame at all.
     * @example default-src 'none';style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
     */
    readonly WelcomePolicy: string
    /**
     * @description Binds what follows to this browser. `SameSite=None; Secure; Partitioned` where frames are allowed, else `SameSite=Lax`.
     * @example __Host-koogate-login-main=Wm5x0c; Path=/; Secure; HttpOnly; SameSite=Lax
     */
    readonly SsoSetCookie: string
    /**
     * @description No script at all, and frames by the setting `ssoFrameAncestors` only.
     * @example default-src 'none'; frame-ancestors 'none'
     */
    readonly SsoPolicy: string
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly listInstances: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only the instances that this order bought, renewed or upgraded.
         * @example CS2211181819B4LVS
         */
        readonly orderId?: components['schemas']['OrderId']
        /**
         * @description Only this instance.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['schemas']['InstanceId']
        /**
         * @description Only instances in this state.
         * @example provisioning
         */
        readonly status?: components['schemas']['InstanceStatus']
        /**
         * @description Only the instances that the seller calls so.
         * @example tenant-0815
         */
        readonly externalId?: string
        /**
         * @description Only instances of which something wants a look (`true`), or only others (`false`).
         * @example true
         */
        readonly attention?: boolean
        /**
         * @description Only test instances (`true`), or only real ones (`false`).
         * @example false
         */
        readonly test?: boolean
        /**
         * @description Only instances of this production address.
         * @example main
         */
        readonly address?: string
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly importInstance: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['InstanceImport']
      }
    }
    readonly responses: {
      /** @description The instance is there. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ImportResult']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getInstance: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The instance. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putAppInfo: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutAppInfoRequest']
      }
    }
    readonly responses: {
      /** @description The instance as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 412: components['responses']['VersionMismatch']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putUsageInfo: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutUsageInfoRequest']
      }
    }
    readonly responses: {
      /** @description The instance as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 412: components['responses']['VersionMismatch']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putMetadata: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutMetadataRequest']
      }
    }
    readonly responses: {
      /** @description The instance as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 412: components['responses']['VersionMismatch']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly reportProvisioningFailed: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReportFailureRequest']
      }
    }
    readonly responses: {
      /** @description The instance as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 412: components['responses']['VersionMismatch']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listInstanceTimeline: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only entries of this kind.
         * @example call
         */
        readonly kind?:
          | 'call'
          | 'change'
          | 'event'
          | 'delivery'
          | 'usage'
          | 'outbound-call'
          | 'ask'
          | 'audit'
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['InstanceTimeline']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly findById: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The id, in full; blanks around it are passed over.
         * @example CS2211181819B4LVS
         */
        readonly id: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description What it is, perhaps nothing. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['FoundList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getImport: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The site of the store.
         * @example china
         */
        readonly site: string
        /**
         * @description What was sold.
         * @example saas
         */
        readonly kind: components['schemas']['ImportKind']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The state of the import. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ImportState']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putImport: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The site of the store.
         * @example china
         */
        readonly site: string
        /**
         * @description What was sold.
         * @example saas
         */
        readonly kind: components['schemas']['ImportKind']
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutImportRequest']
      }
    }
    readonly responses: {
      /** @description The state of the import. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ImportState']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listOrders: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only the lines of this order.
         * @example CS2211181819B4LVS
         */
        readonly orderId?: components['schemas']['OrderId']
        /**
         * @description Only orders in this state.
         * @example refused
         */
        readonly state?: 'waiting' | 'fetched' | 'refused' | 'off'
        /**
         * @description Only orders of this type.
         * @example NEW
         */
        readonly type?: string
        /**
         * @description Only orders with this charging mode.
         * @example PERIOD
         */
        readonly chargingMode?: string
        /**
         * @description Only orders of this product.
         * @example OFFI846204237451911168
         */
        readonly productId?: string
        /**
         * @description Only test orders (`true`), or only real ones (`false`).
         * @example false
         */
        readonly test?: boolean
        /**
         * @description Only orders whose service supervision (服务监管) is open, or is accepted.
         * @example open
         */
        readonly delivery?: 'open' | 'accepted'
        /**
         * @description Only orders that Koogate heard of at this time or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly from?: string
        /**
         * @description Only orders that Koogate heard of before this time.
         * @example 2026-11-19T00:00:00Z
         */
        readonly to?: string
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OrderList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getOrder: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The order line. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OrderDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly refreshOrder: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The order line as the store shows it now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OrderDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 502: components['responses']['StoreFailed']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly reportUsage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400, in a record too. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReportUsageRequest']
      }
    }
    readonly responses: {
      /** @description What became of each record. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageReport']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listUsageWindows: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those of this instance.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: string
        /**
         * @description Only those in this state.
         * @example parked
         */
        readonly state?: components['schemas']['UsageWindowState']
        /**
         * @description Only those about which the store said this last.
         * @example 006
         */
        readonly code?: string
        /**
         * @description Only those whose pushes this production address (生产系统接口地址) signs.
         * @example main
         */
        readonly address?: string
        /**
         * @description Only those that begin at this time or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly from?: string
        /**
         * @description Only those that begin before this time.
         * @example 2026-11-19T00:00:00Z
         */
        readonly until?: string
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageWindowList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getUsageWindow: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Koogate's id of the usage record (话单唯一标识), which the store knows it by.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly meteringSn: components['parameters']['PathMeteringSn']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The record. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageWindowDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listWaitingUsage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those that are given up before this time.
         * @example 2026-12-09T10:00:00Z
         */
        readonly until?: string
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageWindowList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getUsageDays: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The pay-per-use instance (按需实例).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: string
        /**
         * @description Only usage that begins at this time or later. Defaults to 30 days before `until`.
         * @example 2026-10-19T16:00:00Z
         */
        readonly from?: string
        /**
         * @description Only usage that begins before this time. Defaults to now.
         * @example 2026-11-18T16:00:00Z
         */
        readonly until?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The days, the first one first. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageDays']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getUsageSummary: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only what belongs to this instance, in every state.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The sums. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsageSummary']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly retryUsage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SelectUsageWindows']
      }
    }
    readonly responses: {
      /** @description How many they are, and how much. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SelectedUsage']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly voidUsage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SelectUsageWindows']
      }
    }
    readonly responses: {
      /** @description How many they are, and how much. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SelectedUsage']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly noteDelivery: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The order line, by Koogate's id of it.
         * @example WyJjaGluYSIsIiIsIkNTMjIxMTE4MTgxOUI0TFZTIiwiQ1MyMjExMTgxODE5QjRMVlMtMDAwMDAxIl0
         */
        readonly id: components['parameters']['PathOrderId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoteDeliveryRequest']
      }
    }
    readonly responses: {
      /** @description The order line with its steps. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OrderDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listReconciliations: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those of this site.
         * @example china
         */
        readonly site?: string
        /**
         * @description Only those of orders, or of bills of usage.
         * @example orders
         */
        readonly kind?: 'orders' | 'usage_bill'
        /**
         * @description Only those in this state.
         * @example done
         */
        readonly state?: 'running' | 'done' | 'failed' | 'cancelled'
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ReconciliationList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createReconciliation: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateReconciliation']
      }
    }
    readonly responses: {
      /** @description It runs. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Reconciliation']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly reconcileUsageBill: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The site whose bill it is. It may be left out where there is one.
         * @example china
         */
        readonly site?: string
        /**
         * @description From when on the file is complete; the earliest beginning in it otherwise.
         * @example 2026-11-17T16:00:00Z
         */
        readonly from?: string
        /**
         * @description Up to when the file is complete; the latest end in it otherwise.
         * @example 2026-11-18T16:00:00Z
         */
        readonly to?: string
        /**
         * @description In which zone the file writes times that name none. Without it the one of the two in which more records agree, else that of Beijing.
         * @example Asia/Shanghai
         */
        readonly timeZone?: 'UTC' | 'Asia/Shanghai'
        /**
         * @description The header of the column that holds `instanceId`, where it is called otherwise.
         * @example 实例编号
         */
        readonly instanceIdColumn?: string
        /**
         * @description The header of the column that holds `beginTime`, where it is called otherwise.
         * @example 计费开始
         */
        readonly beginTimeColumn?: string
        /**
         * @description The header of the column that holds `endTime`, where it is called otherwise.
         * @example 计费结束
         */
        readonly endTimeColumn?: string
        /**
         * @description The header of the column that holds `value`, where it is called otherwise.
         * @example 数量
         */
        readonly valueColumn?: string
        /**
         * @description The header of the column that holds `meteringSn`, where it is called otherwise.
         * @example 流水号
         */
        readonly meteringSnColumn?: string
        /**
         * @description The header of the column that holds `state`, where it is called otherwise.
         * @example 结果
         */
        readonly stateColumn?: string
      }
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description The bytes of the file, whatever the content type says. */
    readonly requestBody: {
      readonly content: {
        readonly 'text/csv': string
      }
    }
    readonly responses: {
      /** @description It is compared. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Reconciliation']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getReconciliation: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The reconciliation. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Reconciliation']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly cancelReconciliation: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The reconciliation as it is then. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Reconciliation']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listDrifts: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only drifts of this kind.
         * @example order_unread
         */
        readonly kind?: string
        /**
         * @description Only drifts that this puts right.
         * @example read
         */
        readonly repair?: string
        /**
         * @description Only drifts in this state.
         * @example open
         */
        readonly state?: 'open' | 'applying' | 'applied' | 'failed' | 'gone'
        /**
         * @description Only drifts of this order.
         * @example CS2211181819B4LVS
         */
        readonly orderId?: components['schemas']['OrderId']
        /**
         * @description Only drifts of this instance.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: string
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['DriftList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly applyDrift: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
        /**
         * @description The drift, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c11
         */
        readonly driftId: components['parameters']['PathDriftId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The drift as it is then, `failed` too. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Drift']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly applyDrifts: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The reconciliation, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01
         */
        readonly id: components['parameters']['PathReconciliationId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ApplyDrifts']
      }
    }
    readonly responses: {
      /** @description How many they are, and what became of them. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['AppliedDrifts']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listLicenses: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only licenses of this instance.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['schemas']['InstanceId']
        /**
         * @description Only licenses of this application (A).
         * @example 5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21
         */
        readonly eventId?: string
        /**
         * @description Only licenses that this order bought, or codes that it renewed last.
         * @example CS2211181819B4LVS
         */
        readonly orderId?: components['schemas']['OrderId']
        /**
         * @description Only this code (授权码, C), given in full. It is looked up by its keyed hash, at the addresses that are configured.
         * @example PL20230523000001
         */
        readonly code?: components['schemas']['LicenseCode']
        /**
         * @description Only licenses of this interface family.
         * @example license-a
         */
        readonly family?: 'license-a' | 'license-b' | 'license-c'
        /**
         * @description Only licenses of which the store has this much; `refused` are those that wait for another content.
         * @example refused
         */
        readonly upload?: 'none' | 'waiting' | 'done' | 'refused'
        /**
         * @description Only licenses in this state.
         * @example provisioning
         */
        readonly status?: components['schemas']['LicenseStatus']
        /**
         * @description Only test licenses (`true`), or only real ones (`false`).
         * @example false
         */
        readonly test?: boolean
        /**
         * @description Only licenses of this production address.
         * @example main
         */
        readonly address?: string
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['LicenseList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getLicense: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The license, by Koogate's id of it.
         * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
         */
        readonly licenseId: components['parameters']['PathLicenseId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The license. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['License']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putLicenseContent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The license, by Koogate's id of it.
         * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
         */
        readonly licenseId: components['parameters']['PathLicenseId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutLicenseContentRequest']
      }
    }
    readonly responses: {
      /** @description The license as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['License']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 412: components['responses']['VersionMismatch']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly activateLicenseCodes: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ActivateLicenseCodesRequest']
      }
    }
    readonly responses: {
      /** @description What became of each code. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ActivatedLicenseCodes']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly checkLicenseCode: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CheckLicenseCodeRequest']
      }
    }
    readonly responses: {
      /** @description Whether it may be used. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['LicenseCodeCheck']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTenants: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only the tenants of this id: the real one, and a test one for each address.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId?: components['schemas']['TenantId']
        /**
         * @description Only the tenants that are or were bound to this instance; empty for those with a binding without one.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: string
        /**
         * @description Only tenants in this state.
         * @example bound
         */
        readonly state?: components['schemas']['BindingState']
        /**
         * @description Only test tenants (`true`), or only real ones (`false`).
         * @example false
         */
        readonly test?: boolean
        /**
         * @description Only tenants with a binding that came in at this production address.
         * @example main
         */
        readonly address?: string
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TenantList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getTenant: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
         * @example main
         */
        readonly address?: components['parameters']['TenantAddress']
        /**
         * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
         * @example false
         */
        readonly test?: components['parameters']['TenantTest']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The tenant. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Tenant']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTenantApplications: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only what belongs to the binding with this instance; empty for the binding without one.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['parameters']['BindingFilter']
        /**
         * @description Only this application.
         * @example KSIDJF1234456
         */
        readonly appId?: string
        /**
         * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
         * @example main
         */
        readonly address?: components['parameters']['TenantAddress']
        /**
         * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
         * @example false
         */
        readonly test?: components['parameters']['TenantTest']
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TenantApplicationList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTenantUsers: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only what belongs to the binding with this instance; empty for the binding without one.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['parameters']['BindingFilter']
        /**
         * @description Only users of this application.
         * @example KSIDJF1234456
         */
        readonly appId?: string
        /**
         * @description Only users of this department.
         * @example 10000
         */
        readonly orgCode?: string
        /**
         * @description Only the user with this account, in full.
         * @example zhangsan01
         */
        readonly userName?: string
        /**
         * @description Only users in this state.
         * @example granted
         */
        readonly state?: 'granted' | 'revoked' | 'deleted'
        /**
         * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
         * @example main
         */
        readonly address?: components['parameters']['TenantAddress']
        /**
         * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
         * @example false
         */
        readonly test?: components['parameters']['TenantTest']
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TenantUserList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTenantDepartments: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only what belongs to the binding with this instance; empty for the binding without one.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['parameters']['BindingFilter']
        /**
         * @description Only departments in this state.
         * @example present
         */
        readonly state?: components['schemas']['DepartmentState']
        /**
         * @description Only departments directly below this one, or, if empty, at the top.
         * @example 00000001
         */
        readonly parentCode?: string
        /**
         * @description Only departments that are present while the one above is not (`true`), or all others (`false`).
         * @example true
         */
        readonly orphan?: boolean
        /**
         * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
         * @example main
         */
        readonly address?: components['parameters']['TenantAddress']
        /**
         * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
         * @example false
         */
        readonly test?: components['parameters']['TenantTest']
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TenantDepartmentList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTenantDepartmentTrees: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only what belongs to the binding with this instance; empty for the binding without one.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['parameters']['BindingFilter']
        /**
         * @description A production address that one of the tenant's bindings came in at. Needed only with `test=true`, if several addresses have a test tenant of this id.
         * @example main
         */
        readonly address?: components['parameters']['TenantAddress']
        /**
         * @description The tenant of the debugger and the dial test (`true`), or the real one. Defaults to `false`.
         * @example false
         */
        readonly test?: components['parameters']['TenantTest']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The tenant (租户ID), by the store's id or by `id`, Koogate's own.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId: components['parameters']['PathTenantId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['DepartmentTreeList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly exchangeSsoCode: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SsoExchangeRequest']
      }
    }
    readonly responses: {
      /** @description Who signed in. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SsoSignOn']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly refreshSsoSession: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      readonly path: {
        /**
         * @description Id of the session, `session.id` of the exchange.
         * @example 5b0f6c0e-6f0e-4c39-9a63-0a4b2f0d7c11
         */
        readonly sessionId: components['parameters']['PathSsoSessionId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Who is signed in, as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SsoSignOn']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listMessages: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only calls of this interface family.
         * @example saas-v2
         */
        readonly family?:
          | 'saas-v2'
          | 'saas-v1'
          | 'license-a'
          | 'license-b'
          | 'license-c'
          | 'orders'
          | 'kit'
        /**
         * @description Only calls that came to this production address.
         * @example main
         */
        readonly address?: string
        /**
         * @description Only calls of the debugger and the dial test (`true`), or only real ones (`false`).
         * @example false
         */
        readonly test?: boolean
        /**
         * @description Only calls answered with `000000` (`success`), or with any other code (`failure`).
         * @example failure
         */
        readonly outcome?: 'success' | 'failure'
        /**
         * @description Only calls of this interface.
         * @example newInstance
         */
        readonly activity?: string
        /**
         * @description Only calls answered with this result code.
         * @example 000005
         */
        readonly resultCode?: string
        /**
         * @description Only calls about this instance.
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId?: components['schemas']['InstanceId']
        /**
         * @description Only calls that carry this order.
         * @example CS2211181819B4LVS
         */
        readonly orderId?: components['schemas']['OrderId']
        /**
         * @description Only kit calls about this tenant.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenantId?: components['schemas']['KitTenantId']
        /**
         * @description Only calls about this license, by Koogate's id of it.
         * @example 5b1c0f7e9a3d4c2b8e6f7a1d2c3b4a59
         */
        readonly licenseId?: string
        /**
         * @description Only calls that came at this time or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly from?: string
        /**
         * @description Only calls that came before this time.
         * @example 2026-11-19T00:00:00Z
         */
        readonly to?: string
        /**
         * @description Only calls whose signature was verified (`true`), or did not (`false`).
         * @example true
         */
        readonly verified?: boolean
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getMessage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathMessageId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The message. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly rerunMessage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The message.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathMessageId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The call was run; `answer` says what it came to. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['RerunResult']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listMessageReruns: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those in this state.
         * @example running
         */
        readonly state?: 'running' | 'done' | 'cancelled'
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageRerunList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createMessageReruns: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateMessageReruns']
      }
    }
    readonly responses: {
      /** @description It runs, or was counted. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageRerun']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getMessageRerun: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The re-run. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageRerun']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly cancelMessageRerun: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The re-run as it is then. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MessageRerun']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listRerunMessages: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those with this outcome.
         * @example refused
         */
        readonly outcome?:
          | 'waiting'
          | 'succeeded'
          | 'refused'
          | 'failed'
          | 'skipped'
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The re-run, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c3d01
         */
        readonly id: components['parameters']['PathMessageRerunId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['RerunMessageList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listOutboundCalls: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only calls to this site.
         * @example china
         */
        readonly site?: string
        /**
         * @description Only calls of this operation.
         * @example queryOrder
         */
        readonly operation?: string
        /**
         * @description Only calls that came to this.
         * @example access
         */
        readonly result?: 'done' | 'access' | 'refused' | 'later' | 'unanswered'
        /**
         * @description Only calls about this order, or this event of a license.
         * @example CS2211181819B4LVS
         */
        readonly subject?: string
        /**
         * @description Only calls made at this time or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly from?: string
        /**
         * @description Only calls made before this time.
         * @example 2026-11-19T00:00:00Z
         */
        readonly to?: string
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OutboundCallList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getOutboundCall: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The attempt.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathOutboundCallId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The attempt. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OutboundCallDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listAlarms: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only alarms of this kind of cause.
         * @example instance.unknown
         */
        readonly key?: string
        /**
         * @description Only alarms of this subject, in full.
         * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly subject?: string
        /**
         * @description Only cleared alarms (`true`), or only open ones (`false`).
         * @example false
         */
        readonly cleared?: boolean
        /**
         * @description Only what changed later than this time. Changes that are under way at this time may be written a moment later, so take some seconds less than the last `updatedAt` that was read.
         * @example 2026-11-18T10:19:31Z
         */
        readonly updatedAfter?: components['parameters']['UpdatedAfter']
        /**
         * @description The order of the list: `-createdAt` the newest first, `-updatedAt` what changed last first, `updatedAt` what changed first first, for whoever follows changes. Defaults to `-createdAt`. What never changes after it came (messages) counts by the time it came.
         * @example updatedAt
         */
        readonly sort?: components['parameters']['Sort']
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['AlarmList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getAlarm: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Koogate's id of the alarm.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathAlarmId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The alarm. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Alarm']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly clearAlarm: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description Koogate's id of the alarm.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathAlarmId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The alarm as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Alarm']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getOverview: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description What needs a person, worst first. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Overview']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getSetup: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The steps of every address. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Setup']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getStanding: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The dial tests of every address, and the failed orders of every site. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Standing']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listEvents: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The position that was read last, `0` for all; without it the oldest that is kept comes first.
         * @example 4710
         */
        readonly after?: number
        /**
         * @description Backwards, the newest first: the events before this position, as the console shows them. `0` for those before the end. It goes with neither `after` nor `wait`; the next request gives `next` as `before`, and `next` is `1` once everything that is kept was read.
         * @example 4711
         */
        readonly before?: number
        /**
         * @description For how many seconds to wait for an event where there is none. Defaults to 0.
         * @example 25
         */
        readonly wait?: number
        /**
         * @description How many events come at most. Defaults to 100.
         * @example 100
         */
        readonly limit?: number
        /**
         * @description Only events of these types, with commas between; `instance.*` stands for all that begin so.
         * @example instance.*,order.fetched
         */
        readonly type?: string
        /**
         * @description Only events of this topic, in full.
         * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly topic?: string
        /**
         * @description Only events of this production address (生产系统接口地址).
         * @example main
         */
        readonly address?: string
        /**
         * @description Only what the debugger or the dial test sent (`true`), or only the others (`false`).
         * @example false
         */
        readonly test?: boolean
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Events, perhaps none. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['EventList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 410: components['responses']['PositionPruned']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getEvent: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The event's id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathEventId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The event. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Event']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listEventTypes: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description All types. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['EventTypeList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listWebhookEndpoints: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpointList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WebhookEndpointRequest']
      }
    }
    readonly responses: {
      /** @description The endpoint, with its secret. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['CreatedWebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['Conflict']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The endpoint. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly putWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description The `ETag` of what was read, which is its `version` in quotes. If it has changed since then, nothing is written and the answer is 412. Left out, the change is made on whatever is there.
         * @example "7"
         */
        readonly 'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WebhookEndpointRequest']
      }
    }
    readonly responses: {
      /** @description The endpoint as it is now. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 412: components['responses']['VersionMismatch']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly deleteWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The endpoint as it was. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly testWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description How it answered. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookTestResult']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly enableWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The endpoint as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly pauseWebhookEndpoint: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The endpoint as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly rotateWebhookSecret: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The endpoint, with its new secret. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['CreatedWebhookEndpoint']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listWebhookDeliveries: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only events of this topic, in full.
         * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly topic?: string
        /**
         * @description Only those that were tried in vain and are tried again (`true`), or only the others (`false`), which were not tried yet or wait behind another of their topic.
         * @example true
         */
        readonly failing?: boolean
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookDeliveryList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getWebhookDelivery: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The endpoint, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookEndpointId']
        /**
         * @description The event, by its id, which is its `webhook-id`.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
         */
        readonly eventId: components['parameters']['PathWebhookEventId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description How it stands. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookDeliveryDetail']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listWebhookAttempts: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those at this endpoint.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly endpointId?: string
        /**
         * @description Only those of this event.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b55
         */
        readonly eventId?: string
        /**
         * @description Only those that were answered with 2xx (`true`), or only the others (`false`).
         * @example false
         */
        readonly succeeded?: boolean
        /**
         * @description Only those that ended then or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly since?: string
        /**
         * @description Only those that ended before.
         * @example 2026-11-19T00:00:00Z
         */
        readonly until?: string
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookAttemptList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getWebhookAttempt: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description `true` shows a session private data in clear, which are masked to it otherwise; its token needs the scope `personal`, and what was shown is in the audit. To a plain token it says nothing: that one sees by its scopes alone.
         * @example true
         */
        readonly 'Koogate-Reveal'?: components['parameters']['KoogateReveal']
      }
      readonly path: {
        /**
         * @description The attempt, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly id: components['parameters']['PathWebhookAttemptId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The attempt. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookAttempt']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listWebhookGivenUp: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only those at this endpoint.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly endpointId?: string
        /**
         * @description Only those that somebody had sent again (`true`), or only the others (`false`).
         * @example false
         */
        readonly replayed?: boolean
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookGivenUpList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createWebhookReplay: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description A key of the caller's own, 1 to 255 visible ASCII characters, a new one for each thing to be done. Sent again with the same key and body within 24 hours, the request changes nothing and gets the first answer; with another body it is refused with 422, and with 409 while the first is under way. Of a request that was refused nothing is kept.
         * @example 4f8b1e0c-6a4e-4d0c-9a57-2f4f1d9c7b11
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateWebhookReplay']
      }
    }
    readonly responses: {
      /** @description How many they are. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['WebhookReplay']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 409: components['responses']['Conflict']
      readonly 422: components['responses']['KeyReused']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listKeys: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description All of them, on one page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KeyList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listKitPublicKeys: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description All of them, on one page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitPublicKeyList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getCredential: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The id of the application credential (应用ID).
         * @example KSIDJF1234456
         */
        readonly appId: components['parameters']['PathAppId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The credential as it is seen from here. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Credential']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getSession: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The session of the cookie. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Session']
        }
      }
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createSession: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Signed in; the cookie comes with the answer. */
      readonly 200: {
        headers: {
          readonly 'Set-Cookie': components['headers']['SessionCookie']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Session']
        }
      }
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly deleteSession: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The session as it was. */
      readonly 200: {
        headers: {
          readonly 'Set-Cookie': components['headers']['SessionCookie']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Session']
        }
      }
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listTokens: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TokenList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly createToken: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateTokenRequest']
      }
    }
    readonly responses: {
      /** @description The token, with itself. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['CreatedToken']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly deleteToken: {
    readonly parameters: {
      readonly query?: never
      readonly header?: {
        /**
         * @description Why this change is made, in the caller's own words: at most 500 characters on one line, percent-encoded UTF-8 (`encodeURIComponent`). It is kept encrypted with the entry in the audit. A session must send it where the setting `KOOGATE_REASON_REQUIRED` is `on`, but for a dry run; a plain token may.
         * @example Buyer%20asked%20by%20phone
         */
        readonly 'Koogate-Reason'?: components['parameters']['KoogateReason']
      }
      readonly path: {
        /**
         * @description The token, by its id.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly tokenId: components['parameters']['PathTokenId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The token as it was. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Token']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 404: components['responses']['NotFound']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly listAudit: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Only changes, or only reads.
         * @example read
         */
        readonly kind?: 'change' | 'read'
        /**
         * @description Only what was done with this token; `settings` for the token of the settings.
         * @example settings
         */
        readonly tokenId?: string
        /**
         * @description Only calls of this operation.
         * @example putAppInfo
         */
        readonly operation?: string
        /**
         * @description Only what concerns this subject.
         * @example instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly subject?: string
        /**
         * @description Only what this request did.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b78
         */
        readonly requestId?: string
        /**
         * @description Only what was done at this time or later.
         * @example 2026-11-18T00:00:00Z
         */
        readonly from?: string
        /**
         * @description Only what was done before this time.
         * @example 2026-11-19T00:00:00Z
         */
        readonly to?: string
        /**
         * @description The `nextCursor` of the page before; left out for the first page. One that Koogate did not give is refused with 400.
         * @example eyJhdCI6IjIwMjYtMTEtMThUMDc6MzA6MDBaIn0
         */
        readonly cursor?: components['parameters']['Cursor']
        /**
         * @description How many items a page holds at most. Defaults to 50.
         * @example 50
         */
        readonly limit?: components['parameters']['Limit']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['AuditList']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 403: components['responses']['Forbidden']
      readonly 429: components['responses']['TooManyAttempts']
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getLive: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description It is alive. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Live']
        }
      }
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getReady: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description It takes calls. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Ready']
        }
      }
      readonly 503: components['responses']['Unavailable']
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly getMetrics: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The metrics in Prometheus' text form. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/plain': string
        }
      }
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly showWelcomePage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Language of the page. Defaults to what `Accept-Language` prefers, and to Chinese.
         * @example zh-CN
         */
        readonly lang?: 'zh-CN' | 'en'
      }
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例ID).
         * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
         */
        readonly instanceId: components['parameters']['PathInstanceId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description How the purchase stands, or a page that tells nothing. */
      readonly 200: {
        headers: {
          readonly 'Content-Security-Policy': components['headers']['WelcomePolicy']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/html': components['schemas']['WelcomePage']
        }
      }
      readonly 500: components['responses']['WelcomeAway']
      readonly 503: components['responses']['WelcomeAway']
    }
  }
  readonly getSsoKeys: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The keys. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SsoKeys']
        }
      }
      readonly default: components['responses']['OtherProblem']
    }
  }
  readonly ssoLoginPage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The enterprise (租户ID) to sign in at. Defaults to letting the user choose on the unified page.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenant?: components['schemas']['TenantId']
        /**
         * @description OAuth 2.0 or CAS; CAS needs `tenant`. Defaults to `oauth`.
         * @example oauth
         */
        readonly protocol?: 'oauth' | 'cas'
        /**
         * @description A value of the product's own, returned as it is with the code, so that the product takes codes of its own logins only.
         * @example b7f1c0de
         */
        readonly state?: components['schemas']['SsoState']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description To the auth centre, or to the unified login page. */
      readonly 302: {
        headers: {
          /**
           * @description The address of the login there.
           * @example https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=KSIDJF1234456
           */
          readonly Location: string
          readonly 'Set-Cookie': components['headers']['SsoSetCookie']
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['SsoErrorPage']
      readonly '5XX': components['responses']['SsoErrorPage']
    }
  }
  readonly ssoCallbackPage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The code of an OAuth 2.0 login.
         * @example z2D8k1Vq
         */
        readonly code?: string
        /**
         * @description The ticket of a CAS login.
         * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALNSK
         */
        readonly ticket?: string
        /**
         * @description The enterprise (租户ID); a login that began here with a tenant may lack it.
         * @example 68cbc86abc2018ab880d92f36422fa0e
         */
        readonly tenant?: components['schemas']['TenantId']
        /**
         * @description What the login began with, returned as it is.
         * @example 9f8d7c6b5a4e3d2c1b0a9f8d7c6b5a4e
         */
        readonly state?: string
        /**
         * @description Why there is no code (OAuth 2.0).
         * @example access_denied
         */
        readonly error?: string
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description From the workbench, or without a state in place of another user, the question whether to continue as this user. */
      readonly 200: {
        headers: {
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/html': components['schemas']['SsoPage']
        }
      }
      /** @description To `ssoReturn` with a code for the product, or once more to the auth centre. */
      readonly 302: {
        headers: {
          /**
           * @description The address of the setting `ssoReturn` with `code` and `state`.
           * @example https://app.example.com/sso?code=mXk3b0Qe7wq1cF0u8pJ2xvY5rT9aLd6nS4hZgKiWoEs&state=b7f1c0de
           */
          readonly Location: string
          readonly 'Set-Cookie': components['headers']['SsoSetCookie']
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['SsoErrorPage']
      readonly '5XX': components['responses']['SsoErrorPage']
    }
  }
  readonly ssoConfirmPage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    /** @description The hidden field of the page. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-www-form-urlencoded': {
          /**
           * @description Names the question.
           * @example 3f1c0b9a7e5d4c2b8a6f9e0d1c2b3a4f
           */
          readonly token: string
        }
      }
    }
    readonly responses: {
      /** @description Signed in; the page goes on to the product. */
      readonly 200: {
        headers: {
          readonly 'Set-Cookie': components['headers']['SsoSetCookie']
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/html': components['schemas']['SsoPage']
        }
      }
      readonly '4XX': components['responses']['SsoErrorPage']
      readonly '5XX': components['responses']['SsoErrorPage']
    }
  }
  readonly ssoLogoutPage: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Id of the session, `session.id` of the exchange. Defaults to the one of the cookie.
         * @example 5b0f6c0e-6f0e-4c39-9a63-0a4b2f0d7c11
         */
        readonly session?: components['schemas']['SsoSessionId']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description To the logout of the auth centre, or to the page *signed out* if there is no session. */
      readonly 302: {
        headers: {
          /**
           * @description The address there.
           * @example https://example.tenantaccount.com/api/v1/logout?redirect_url=https%3A%2F%2Fkoogate.example.com%2Fsso%2Fmain%2Fsigned-out
           */
          readonly Location: string
          readonly 'Set-Cookie': components['headers']['SsoSetCookie']
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['SsoErrorPage']
      readonly '5XX': components['responses']['SsoErrorPage']
    }
  }
  readonly ssoSignedOutPage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address.
         * @example main
         */
        readonly address: components['parameters']['SsoAddress']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Signed out. */
      readonly 200: {
        headers: {
          readonly 'Content-Security-Policy': components['headers']['SsoPolicy']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/html': components['schemas']['SsoPage']
        }
      }
      readonly '4XX': components['responses']['SsoErrorPage']
      readonly '5XX': components['responses']['SsoErrorPage']
    }
  }
  readonly testWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description The event. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WebhookTest']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so; the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly provisionRequestedWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description What was bought and by whom. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProvisionRequested']
      }
    }
    readonly responses: {
      /** @description It is made, and the buyer gets in like this. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ProvisionAnswer']
        }
      }
      readonly 202: components['responses']['Pending']
      readonly 409: components['responses']['ProvisionRefused']
      readonly default: components['responses']['AskedAgain']
    }
  }
  readonly licenseRequestedWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description What the license is for. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LicenseRequested']
      }
    }
    readonly responses: {
      /** @description The license. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['LicenseAnswer']
        }
      }
      readonly 202: components['responses']['Pending']
      readonly 409: components['responses']['LicenseRefused']
      readonly default: components['responses']['AskedAgain']
    }
  }
  readonly changeCheckWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description The instance, and what it would become. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeCheck']
      }
    }
    readonly responses: {
      /** @description The decision. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ChangeCheckAnswer']
        }
      }
      /** @description Anything else leaves the decision to the setting `KOOGATE_CHANGE_CHECK`. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly changeRequestedWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description What was bought now and before. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeRequested']
      }
    }
    readonly responses: {
      readonly 204: components['responses']['Applied']
      readonly default: components['responses']['AskedAgain']
    }
  }
  readonly instanceEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['InstanceEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly orderEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OrderEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly licenseEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LicenseEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly tenantEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly tenantApplicationEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantApplicationEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly tenantUsersEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantUsersEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly tenantDepartmentsEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantDepartmentsEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly usageEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UsageEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly alarmEventWebhook: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description The id of the ask or of the event, the same at every attempt, so the key by which a receiver knows a repeat.
         * @example 0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34
         */
        readonly 'webhook-id': components['parameters']['WebhookIdHeader']
        /**
         * @description When this attempt was signed, in seconds since 1970.
         * @example 1795688373
         */
        readonly 'webhook-timestamp': components['parameters']['WebhookTimestampHeader']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AlarmEvent']
      }
    }
    readonly responses: {
      /** @description It was taken. Any 2xx says so, and the body is not read. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
}
