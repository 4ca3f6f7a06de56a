// Made from openapi/ by npm run generate; edit the contract instead.
export interface paths {
  readonly '/{address}/saas': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /**
     * Take a SaaS V1 call of the store
     * @description The store calls this one address for every basic interface of SaaS V1.0; the parameter `activity` says which. Listings older than V2.0 are still called this way.
     *
     *     | activity | 接口 | When | What makes a repeat |
     *     |---|---|---|---|
     *     | `newInstance` | 新购商品 | An order was paid; the buyer opens the resource page; each step of service supervision (服务监管). | `orderId`; with `chargingMode` `0` and `5` `orderId` + `productId` (`businessId` differs each time) |
     *     | `refreshInstance` | 商品续费 | Renewal, trial to formal, renewal cancelled. | `instanceId` + `orderId` (inferred) |
     *     | `expireInstance` | 商品过期 | The period ended. | It sets a state: setting it again changes nothing. |
     *     | `releaseInstance` | 商品资源释放 | The freeze period ended, or the buyer unsubscribed. | It sets a state, and the state is final. |
     *     | `upgrade` | 商品升级 | An upgrade order was paid. | `orderId` |
     *     | `instanceStatus` | 资源状态变更 | Expiry, violation, arrears, and their end. | It sets a state: setting it again changes nothing. |
     *     | `queryInstance` | 查询实例信息 | The store wants access data or the usage. | Nothing: it reads. |
     *
     *     <!-- generated: retry table of saasV1 -->
     *
     *     | Call | Again every | For | Then |
     *     | --- | --- | --- | --- |
     *     | `newInstance` | 1 hour (inferred) | 3 hours | the order is refunded |
     *     | `refreshInstance` | 2 minutes (inferred) | 1 hour | by hand |
     *     | `expireInstance` | 2 minutes (inferred) | 1 hour | by hand |
     *     | `releaseInstance` | 2 minutes (inferred) | 1 hour | by hand |
     *     | `upgrade` | 1 hour (inferred) | 3 hours | the order is refunded |
     *     | `instanceStatus` | – | not documented | not documented |
     *     | `queryInstance` | – | not documented | not documented |
     *
     *     <!-- /generated -->
     *
     *     V1 has no time window, no nonce and no asynchronous purchase: an identical call is a repeat, and anything but `000000` is a failure that the store tries again.
     *     `000004` therefore says that the instance is not ready yet; the next attempt finds it. At the address of a supervised product the first call is `000000` all the same, see `NewInstanceV1`. The international pages list the result codes up to `000100` only.
     *     A repeated `newInstance` answers with the instance made before, and still takes in an `acceptanceTime` that comes with it.
     *     A call with `testFlag` `1` comes from the debugger or the dial test. It answers `000000` for any instance id and never touches the data of a buyer.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly get: operations['saasV1']
    readonly put?: never
    /**
     * Take a SaaS V2 call of the store
     * @description The store calls this one address for every basic interface of SaaS V2.0; the member `activity` says which.
     *
     *     | activity | 接口 | When | What makes a repeat |
     *     |---|---|---|---|
     *     | `newInstance` | 创建实例 | An order was paid. | `orderId` + `orderLineId` (`businessId` differs each time) |
     *     | `queryInstance` | 查询实例信息 | After `000004`, until it answers `000000`; when the buyer opens the resource page. | Nothing: it reads. |
     *     | `refreshInstance` | 更新实例 | Trial to formal, renewal, renewal with change, renewal cancelled. | `instanceId` + `orderId` + `orderLineId` + `scene` |
     *     | `updateInstanceStatus` | 更新实例状态 | Expiry, violation, arrears, and their end. | It sets a state: setting it again changes nothing. |
     *     | `releaseInstance` | 释放实例 | The freeze period ended, or the buyer unsubscribed. | It sets a state, and the state is final. |
     *     | `upgradeInstance` | 实例升级 | An upgrade order was paid. | `instanceId` + `orderId` + `orderLineId` |
     *     | `changeInstanceCheck` | 续费变更校验 | The buyer is about to renew with a change. | Nothing: it only asks. |
     *
     *     <!-- generated: retry table of saasV2 -->
     *
     *     | Call | Again every | For | Then |
     *     | --- | --- | --- | --- |
     *     | `newInstance` | 1 hour | 3 hours | the order is refunded |
     *     | `queryInstance` | not documented | polled after `000004` | not documented |
     *     | `refreshInstance` | 2 minutes (inferred) | 1 to 2 hours (inferred) | by hand |
     *     | `updateInstanceStatus` | 2 minutes (inferred) | 1 to 2 hours (inferred) | by hand |
     *     | `releaseInstance` | 2 minutes (inferred) | 1 to 2 hours (inferred) | by hand |
     *     | `upgradeInstance` | 1 hour | 3 hours | the order is refunded |
     *     | `changeInstanceCheck` | – | not documented | not documented |
     *
     *     <!-- /generated -->
     *
     *     A call with `testFlag` `1` comes from the debugger or the dial test. It answers `000000` for any instance id and never touches the data of a buyer.
     */
    readonly post: operations['saasV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/license': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /**
     * Take a License 1.0 call of the store
     * @description License 1.0 (联营License类商品接入, 旧版) is closed for new listings; products listed before it was are still called here. All is in the query, `activity` says which interface is meant.
     *
     *     | activity | 接口 | When | What makes a repeat |
     *     |---|---|---|---|
     *     | `getLicense` | 获取License | An order was paid and the buyer gave the identification code. | `orderId` (`businessId` differs each time) |
     *     | `refreshLicense` | License续费 | A renewal, or a trial that became an order. | `instanceId` + `orderId` |
     *     | `expireLicense` | License过期 | The period ended. | It sets a state: setting it again changes nothing. |
     *     | `releaseLicense` | License释放 | The retention period ended, or the order was refunded. | It sets a state, and the state is final. |
     *
     *     <!-- generated: retry table of licenseB -->
     *
     *     | Call | Again every | For | Then |
     *     | --- | --- | --- | --- |
     *     | `getLicense` | 1 hour | 3 hours | by hand |
     *     | `refreshLicense` | – | 1 attempt | by hand |
     *     | `expireLicense` | – | not documented | not documented |
     *     | `releaseLicense` | – | 1 attempt | by hand |
     *
     *     <!-- /generated -->
     *
     *     The license is in the answer of `getLicense`; a repeat gets the same one. Every answer, a refusal too, carries the header `Body-Sign`.
     *     A call with `testFlag` `1` comes from the debugger or the dial test. It succeeds for any id and never touches the data of a buyer.
     */
    readonly get: operations['licenseB']
    readonly put?: never
    /**
     * Take an online license call of the store
     * @description The store calls this one address for every interface of the online license (在线开通License), sold with industrial desktop software; the member `activity` says which.
     *     The names are those of SaaS V2; the address distinguishes the two, not the activity.
     *
     *     | activity | 接口 | When | What makes a repeat |
     *     |---|---|---|---|
     *     | `newInstance` | 创建实例 | An order was paid. | `orderId` + `orderLineId` (`businessId` differs each time) |
     *     | `refreshInstance` | 更新实例 | Trial to formal, renewal, renewal cancelled. | `instanceId` + `orderId` + `orderLineId` + `scene` |
     *     | `updateInstanceStatus` | 更新实例状态 | Expiry or violation, and their end. | It sets a state: setting it again changes nothing. |
     *     | `releaseInstance` | 释放实例 | The freeze period ended, or the buyer unsubscribed. | It sets a state, and the state is final. |
     *     | `upgradeInstance` | 实例升级 | An upgrade order was paid (inferred: named in the guide, without a page). | `instanceId` + `orderId` + `orderLineId` |
     *     | `queryInstance` | 查询实例信息 | After `000004`, until it answers `000000` (inferred: named in the guide, without a page). | Nothing: it reads. |
     *     | `getLicenseAsync` | 异步申请License | The buyer's client asks for a license for its device. | `eventId` + `deviceFingerprint` |
     *
     *     <!-- generated: retry table of licenseA -->
     *
     *     | Call | Again every | For | Then |
     *     | --- | --- | --- | --- |
     *     | `newInstance` | 2 minutes | 2 to 3 hours | the order is refunded |
     *     | `refreshInstance` | 2 minutes (inferred) | 2 hours | by hand |
     *     | `updateInstanceStatus` | 2 minutes (inferred) | 2 hours | by hand |
     *     | `releaseInstance` | – | not documented | not documented |
     *     | `upgradeInstance` | – | not documented | not documented |
     *     | `queryInstance` | not documented | polled after `000004` | not documented |
     *     | `getLicenseAsync` | – | not documented | not documented |
     *
     *     <!-- /generated -->
     *
     *     The license made for `getLicenseAsync` is not in the answer: the seller uploads it to the store (see the file upload of the store's open APIs) with the `eventId` of the call. A repeat gets the same license, never a new one.
     *     This guide states no time zone for `expireTime`; UTC is inferred from SaaS V2. It does not know the scene `RENEWAL_CHANGE`, which is accepted all the same.
     *     A call with `testFlag` `1` comes from the debugger or the dial test. It answers `000000` for any instance id and never touches the data of a buyer.
     */
    readonly post: operations['licenseA']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/license-code': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take a license code call of the store
     * @description The store reports what became of an authorisation code (授权码, License 2.0) that it made and sold; the member `activity` says which interface is meant.
     *     There is no call for a new purchase: the buyer brings the code, and the seller activates and queries it through the store's open APIs. Building these three is up to the seller since April 2025.
     *
     *     | activity | 接口 | When | What makes a repeat |
     *     |---|---|---|---|
     *     | `refreshLicenseCode` | 更新授权码有效期 | A renewal, or a renewed period cancelled. | `license` + `orderId` + `orderLineId` + `scene` |
     *     | `updateLicenseCodeStatus` | 变更授权码状态 | The grace period ended, and its end by renewal. | It sets a state: setting it again changes nothing. |
     *     | `releaseLicenseCode` | 释放授权码 | The retention period ended, or the buyer unsubscribed. | It sets a state, and the state is final. |
     *
     *     <!-- generated: retry table of licenseC -->
     *
     *     | Call | Again every | For | Then |
     *     | --- | --- | --- | --- |
     *     | `refreshLicenseCode` | 2 minutes | 60 attempts | by hand |
     *     | `updateLicenseCodeStatus` | 2 minutes | 60 attempts | by hand |
     *     | `releaseLicenseCode` | 2 minutes | 60 attempts | by hand |
     *
     *     <!-- /generated -->
     *
     *     A code that was never seen before is taken in. The documents give `000003` to a code that is not found; a seller that keeps every code has no use for it but for a change to a released one.
     *     A call with `testFlag` `1` comes from the debugger or the dial test. It answers `000000` for any code and never touches the data of a buyer.
     */
    readonly post: operations['licenseC']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/orders': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take an order notification of the store
     * @description The store notifies the seller of an order (订单通知) of any product kind but images. The call carries ids only; the order itself, its kind too, is read with the store's order query.
     *     It is sent for a new purchase, a renewal, a change and an unsubscription, of the access types or products that the seller has set up in the console (订单通知配置); an order that both cover is told once. The page of the interface itself speaks of the purchase only.
     *     A notification does not provision anything. When the store's attempts end without `000000` nothing is refunded; the message can be restarted by hand.
     */
    readonly post: operations['orders']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/v2/tenantSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take a tenant of the joint-operation kit, V2
     * @description The store sends a tenant (企业同步) to the production address with this path appended.
     *     The buyer bound the product to an enterprise, renamed it, or dissolved it; the seller's new application credential is told in the same way, without instance and order.
     *     An instance that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     One tenant may be bound to several instances: deleting one binding leaves the others. A deleted tenant stays readable and is marked.
     *     After a failure the buyer decides whether to try again; the seller hears of it by SMS or e-mail.
     */
    readonly post: operations['kitTenantSyncV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/v2/applicationSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take an application of the joint-operation kit, V2
     * @description The store sends an application (应用同步) to the production address with this path appended.
     *     The call follows the tenant's and brings the client id and the encrypted client secret with which the seller signs users in.
     *     An instance or tenant that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     A secret that no private key opens is refused with `000002`, after the signature was verified; a deletion is never decrypted.
     *     After a failure the buyer decides whether to try again; the seller hears of it by SMS or e-mail.
     */
    readonly post: operations['kitApplicationSyncV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/v2/authSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take authorised users of the joint-operation kit, V2
     * @description The store sends authorised users (用户授权同步) to the production address with this path appended.
     *     An administrator of the enterprise granted the application to users, changed them or took it away; the seller's request for a test account is told in the same way.
     *     No user id is sent: a user is one by tenant and `userName`. Nothing in the list is encrypted.
     *     Each user is judged alone. When one was not taken the answer is `000002` and names the first of those, and all others are kept: the instance is flagged for an operator, and a repeat is safe.
     *     A deletion or a revocation needs the `userName` of each user and nothing else of it.
     *     An instance, tenant, application or department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     After a failure the enterprise's administrator decides whether to go on; the seller hears of it by SMS or e-mail.
     */
    readonly post: operations['kitAuthSyncV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/v2/singleOrgSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take a department of the joint-operation kit, V2
     * @description The store sends a department (部门增量同步) to the production address with this path appended.
     *     An administrator of the enterprise made, changed, moved or deleted a department after the product was bound.
     *     An instance, tenant or upper department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     A change that closes a circle is refused; children of a deleted department become orphans.
     */
    readonly post: operations['kitSingleOrgSyncV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/v2/allOrgSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take all departments of the joint-operation kit, V2
     * @description The store sends all departments (部门全量同步) to the production address with this path appended.
     *     The call belongs to the binding of the product and to a new application credential, and brings the whole list of departments.
     *     It replaces the list kept in one step: departments that are missing are marked absent, not lost, for the documents do not say whether they are to go.
     *     An instance, tenant or upper department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives. A list with a circle is refused.
     */
    readonly post: operations['kitAllOrgSyncV2']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/tenantSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take a tenant of the joint-operation kit, V1
     * @description The store sends a tenant (租户信息同步) to the production address with this path appended.
     *     The buyer bound the product to an enterprise, renamed it, or dissolved it; the seller's new application credential is told in the same way, without instance and order.
     *     An instance that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     One tenant may be bound to several instances: deleting one binding leaves the others. A deleted tenant stays readable and is marked.
     *     After a failure the buyer decides whether to try again; the seller hears of it by SMS or e-mail.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly post: operations['kitTenantSyncV1']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/applicationSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take an application of the joint-operation kit, V1
     * @description The store sends an application (租户应用信息同步) to the production address with this path appended.
     *     The call follows the tenant's and brings the client id and the encrypted client secret with which the seller signs users in.
     *     An instance or tenant that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     A secret that no private key opens is refused with `000002`, after the signature was verified; a deletion is never decrypted.
     *     After a failure the buyer decides whether to try again; the seller hears of it by SMS or e-mail.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly post: operations['kitApplicationSyncV1']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/authSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take authorised users of the joint-operation kit, V1
     * @description The store sends authorised users (租户应用授权信息同步) to the production address with this path appended.
     *     An administrator of the enterprise granted the application to users, changed them or took it away; the seller's request for a test account is told in the same way.
     *     No user id is sent: a user is one by tenant and `userName`. Nothing in the list is encrypted.
     *     Each user is judged alone. When one was not taken the answer is `000002` and names the first of those, and all others are kept: the instance is flagged for an operator, and a repeat is safe.
     *     A deletion or a revocation needs the `userName` of each user and nothing else of it.
     *     An instance, tenant, application or department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     After a failure the enterprise's administrator decides whether to go on; the seller hears of it by SMS or e-mail.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly post: operations['kitAuthSyncV1']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/singleOrgSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take a department of the joint-operation kit, V1
     * @description The store sends a department (组织部门信息增量同步) to the production address with this path appended.
     *     An administrator of the enterprise made, changed, moved or deleted a department after the product was bound.
     *     An instance, tenant or upper department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives.
     *     A change that closes a circle is refused; children of a deleted department become orphans.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly post: operations['kitSingleOrgSyncV1']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/{address}/{product}/produceAPI/allOrgSync': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Take all departments of the joint-operation kit, V1
     * @description The store sends all departments (组织部门信息全量同步) to the production address with this path appended.
     *     The call belongs to the binding of the product and to a new application credential, and brings the whole list of departments.
     *     It replaces the list kept in one step: departments that are missing are marked absent, not lost, for the documents do not say whether they are to go.
     *     An instance, tenant or upper department that is not known yet is no reason to refuse: the record is kept and joined when the other side arrives. A list with a circle is refused.
     *     Every answer, a refusal too, carries the header `Body-Sign`.
     */
    readonly post: operations['kitAllOrgSyncV1']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /**
     * @description When the store sent the call, UTC, `yyyyMMddHHmmssSSS`. It is part of the key of the authToken and nothing else: V1 has no time window and no nonce, so no form of it is refused.
     * @example 20200727073711903
     */
    readonly TimeStampV1: string
    /**
     * @description The store's order id (订单ID). Debug calls use ids such as `MOCKPERIODYEARNEW`, so no prefix is required.
     * @example CS2211181819B4LVS
     */
    readonly OrderId: string
    /**
     * @description `1` marks a call of the debugger or the dial test. A real call leaves it out (China) or carries `0` (international site). China calls it a number, so `1.0` is read as `1`.
     * @example 1
     * @enum {string}
     */
    readonly TestFlagV1: '0' | '1' | '0.0' | '1.0'
    /**
     * @description Extension parameters (拓展参数) that the buyer filled in. Base64 of a JSON array of `{"name": ..., "value": ...}`.
     *     A WeLink product sends the name `platformParams`, whose value is JSON text again. At most three may be chosen at listing, which is no rule for the call. Printed with a length of 2,048.
     *     They only inform: what cannot be read, all of them or one, is kept as unknown and shown to an operator, and refuses nothing.
     * @example W3sibmFtZSI6ImlkTnVtIiwidmFsdWUiOiIzNTIyNTU1NTU1NTU2NTYifSx7Im5hbWUiOiJ1c2VyTmFtZSIsInZhbHVlIjoiaHVhd2VpMTIzIn0seyJuYW1lIjoiY3VzdEVtYWlsIiwidmFsdWUiOiIxMjNAaHVhd2VpLmNvbSJ9XQ==
     */
    readonly ExtendParamsV1: string
    /**
     * @description The value of a linear attribute (线性属性), a whole number by the documents, printed with a length of 7. `10.0` is read as `10`.
     *     What is no whole number, `.5`, is kept as unknown and shown to an operator: it is no reason to refuse a paid order.
     * @example 30
     */
    readonly LinearValueV1: string
    /**
     * @description The unit of the period, `year` or `month`; one fragment of the documents names `day` for a trial. Sent only where the product is sold by period.
     * @example year
     */
    readonly PeriodTypeV1: string
    /**
     * @description How many units the period has, a whole number printed with a length of 2, which a trial counted in days may outgrow. `1.0` is read as `1`; what is no whole number is kept as unknown.
     * @example 1
     */
    readonly PeriodNumberV1: string
    /**
     * @description What was paid, in CNY (international site, USD), at most three decimals. Negative where a renewal is cancelled. Printed with a length of 20; for reconciliation only. `.5` and `10.` are taken too.
     * @example 100.125
     */
    readonly OrderAmountV1: string
    /**
     * newInstance
     * @description A purchase (新购商品). The store calls after payment, each time the buyer opens the resource page, and at each step of service supervision (服务监管).
     *     A supervised product hears up to three calls with one `orderId`. The last carries `acceptanceTime`, where the period starts.
     *     Nothing in a call says that a product is supervised, so the address says it (`supervised: true`). Only there a purchase that nobody has provisioned yet is answered with `000000`, its id and Koogate's welcome page as `frontEndUrl`, until the buyer accepts: the first call asks no more than that the order is known, and its repeat cannot be distinguished from the second. Everywhere else nothing is `000000` before it is ready.
     */
    readonly NewInstanceV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'newInstance'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description The buyer's Huawei Cloud account id (客户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly customerId: string
      /**
       * @description The buyer's Huawei Cloud account name (客户名称). Always sent in China, not always by the international site.
       * @example 张三
       */
      readonly customerName?: string
      /**
       * @description The buyer's IAM user id, sent only where the listing asked for it.
       * @example 05803fe08b00f4b31fb6c004d1a0b8c4
       */
      readonly userId?: string
      /**
       * @description The buyer's IAM user name, sent under the same conditions as `userId`.
       * @example zhangsan01
       */
      readonly userName?: string
      /**
       * @description The buyer's mobile number without country code, encrypted (see *AES of V1 fields*), sent only where the listing asked for it. Sibling pages print a length of 256. It only informs; one that no accepted Key opens is kept as unknown and shown to an operator, and refuses nothing.
       * @example AbCdEfGh01234567F+VqKuM3SlhySqYBr/DDMg==
       */
      readonly mobilePhone?: string
      /**
       * @description The buyer's e-mail address, encrypted in the same way, sent only where the listing asked for it, and no reason to refuse either. Sibling pages print a length of 256.
       * @example AbCdEfGh01234567PQ1zqBmV5Oq2ulPnj1qZdw9t+UE9Ie8rBNawcnX//yo=
       */
      readonly email?: string
      /**
       * @description The store's id of this request (业务ID); it differs at every call and identifies nothing. The first one of an order is the recommended instance id.
       * @example 61e834ba-7b97-4418-b8f7-e5345137278c
       */
      readonly businessId: string
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description Specification code (规格标识). It stays when a renewal changes the kind of period.
       * @example d0abcd12-1234-5678-ab90-11ab012aaaa1
       */
      readonly skuCode?: string
      /**
       * @description Product id (产品标识); each kind of period of one specification has its own. A pay-per-use order makes one instance for each product.
       * @example 00301-666666-0--0
       */
      readonly productId: string
      readonly testFlag?: components['schemas']['TestFlagV1']
      /**
       * @description `1` marks a trial instance; `0`, or nothing, any other.
       * @example 1
       */
      readonly trialFlag?: string
      /**
       * Format: store-time
       * @description The expiry computed from order time and period, `yyyyMMddHHmmss`, for products sold by period and for packages. It informs only: `expireInstance` decides.
       *     The zone is not stated; calls seen from the debugger carry Beijing time (UTC+8).
       * @example 20200727153156
       */
      readonly expireTime?: string
      /**
       * @description How the product is sold, a number, so `1.0` is read as `1`; `0` pay-per-use (按需), `1` by period (包周期), `3` one-time (按次), `5` pay-per-use package (按需套餐包).
       * @example 1
       */
      readonly chargingMode?: string
      readonly saasExtendParams?: components['schemas']['ExtendParamsV1']
      /** @description The quantity (数量), where the specification has that attribute. */
      readonly amount?: components['schemas']['LinearValueV1']
      /**
       * @description Disk size (硬盘大小) in GB. Sibling pages print a length of 4, later 7.
       * @example 100
       */
      readonly diskSize?: string
      /**
       * @description Bandwidth (带宽) in Mbps. Sibling pages print a length of 4, later 7.
       * @example 10
       */
      readonly bandWidth?: string
      readonly periodType?: components['schemas']['PeriodTypeV1']
      readonly periodNumber?: components['schemas']['PeriodNumberV1']
      readonly orderAmount?: components['schemas']['OrderAmountV1']
      /**
       * @description How the instance is opened (商品实例开通方式). No page lists the numbers; `1` was seen. Nothing depends on it, `acceptanceTime` decides.
       * @example 1
       */
      readonly provisionType?: string
      /**
       * Format: store-time
       * @description When the buyer accepted (验收时间), which is where the period and the bill start; `yyyyMMddHHmmssSSS`. Sent by the last call of a supervised product.
       *     The zone is not stated and is read like that of `expireTime`.
       * @example 20200728090000000
       */
      readonly acceptanceTime?: string
      /**
       * @description A start time, `yyyyMMddHHmmss`, seen in one fragment that may belong to another page. Kept, never used.
       * @example 20200727153156
       */
      readonly startTime?: string
    }
    /**
     * @description The instance id (实例ID) that the seller gave at `newInstance`; unique over all of the seller's products.
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly InstanceId: string
    /**
     * refreshInstance
     * @description A renewal (商品续费), a trial that becomes a paid order, or a renewal cancelled (退续费). The expiry is absolute and may lie before the present one.
     *     A renewal whose expiry lies ahead unfreezes the instance, whatever had frozen it: it is the only sign of V1 that the buyer may go on after an expiry. A cancelled renewal unfreezes nothing.
     */
    readonly RefreshInstanceV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'refreshInstance'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /** @description The new order of this renewal, or of its cancellation (订单ID); the instance is found by `instanceId`. */
      readonly orderId: components['schemas']['OrderId']
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The new product id, sent when the kind of period changes or a trial is converted.
       * @example 00301-666666-0--0
       */
      readonly productId?: string
      /**
       * Format: store-time
       * @description The new expiry, `yyyyMMddHHmmss`. The zone is not stated; Beijing time (UTC+8) is assumed, as in `newInstance`.
       * @example 20270725000000
       */
      readonly expireTime: string
      /**
       * @description `1` says that a trial becomes an order by period; absent otherwise. The international page hints at further values.
       * @example 1
       */
      readonly trialToFormal?: string
      readonly periodType?: components['schemas']['PeriodTypeV1']
      readonly periodNumber?: components['schemas']['PeriodNumberV1']
      readonly orderAmount?: components['schemas']['OrderAmountV1']
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /**
     * expireInstance
     * @description The period ended (商品过期). The instance is frozen and its data kept, for up to 15 days, so that the buyer may still renew.
     */
    readonly ExpireInstanceV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'expireInstance'
      readonly timeStamp: components['schemas']['TimeStampV1']
      readonly instanceId: components['schemas']['InstanceId']
      /** @description The order of the purchase (订单ID), not one of its own. */
      readonly orderId: components['schemas']['OrderId']
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /**
     * releaseInstance
     * @description Release an instance for good (商品资源释放), after the freeze period or an unsubscription. Possible from every state; a released instance is a success too, an unknown one is `000003`.
     */
    readonly ReleaseInstanceV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'releaseInstance'
      readonly timeStamp: components['schemas']['TimeStampV1']
      readonly instanceId: components['schemas']['InstanceId']
      /** @description The order of the purchase (订单ID), not one of its own. */
      readonly orderId: components['schemas']['OrderId']
      readonly orderAmount?: components['schemas']['OrderAmountV1']
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /**
     * upgrade
     * @description An upgrade or expansion was paid (商品升级). The instance keeps its id; the values sent are those that hold from now on.
     */
    readonly UpgradeV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'upgrade'
      readonly timeStamp: components['schemas']['TimeStampV1']
      readonly instanceId: components['schemas']['InstanceId']
      /** @description The new order of this upgrade (订单ID). */
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description Specification code (规格标识) after the upgrade; the same as before where only a quantity grows.
       * @example d0abcd12-1234-5678-ab90-11ab012aaaa1
       */
      readonly skuCode: string
      /**
       * @description Product id (产品标识) after the upgrade; it changes together with `skuCode`.
       * @example 00301-666688-0-0
       */
      readonly productId: string
      /** @description The new quantity (数量). */
      readonly amount?: components['schemas']['LinearValueV1']
      /** @description The new disk size (硬盘大小) in GB. */
      readonly diskSize?: components['schemas']['LinearValueV1']
      /** @description The new bandwidth (带宽) in Mbps. */
      readonly bandWidth?: components['schemas']['LinearValueV1']
      readonly saasExtendParams?: components['schemas']['ExtendParamsV1']
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /**
     * instanceStatus
     * @description Freeze or unfreeze an instance (资源状态变更), for arrears, a violation, or the end of either. The last call wins.
     */
    readonly InstanceStatusV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'instanceStatus'
      readonly timeStamp: components['schemas']['TimeStampV1']
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The state to set; frozen (冻结) or in use again (解冻). V2 says `UNFREEZE` for the latter.
       * @example FREEZE
       * @enum {string}
       */
      readonly instanceStatus: 'FREEZE' | 'NORMAL'
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /**
     * queryInstance
     * @description Ask for the access data and the usage of one or several instances (查询实例信息). Mandatory for pay-per-use products and packages.
     */
    readonly QueryInstanceV1: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'queryInstance'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description One instance id, or up to 100 joined by commas. The page prints a length of 64, which several ids cannot keep; the bound here is 100 ids of 64 characters.
       * @example id-1,id-2
       */
      readonly instanceId: string
      readonly testFlag?: components['schemas']['TestFlagV1']
    }
    /** @description One of the seven activities. */
    readonly SaasV1Request:
      | components['schemas']['NewInstanceV1']
      | components['schemas']['RefreshInstanceV1']
      | components['schemas']['ExpireInstanceV1']
      | components['schemas']['ReleaseInstanceV1']
      | components['schemas']['UpgradeV1']
      | components['schemas']['InstanceStatusV1']
      | components['schemas']['QueryInstanceV1']
    /**
     * @description What became of the call (调用结果码). `000000` is success; `000004` says that an accepted purchase is still being provisioned.
     * @example 000000
     * @enum {string}
     */
    readonly ResultCode:
      | '000000'
      | '000001'
      | '000002'
      | '000003'
      | '000004'
      | '000005'
      | '000100'
      | '000101'
      | '000102'
      | '000103'
      | '000104'
      | '000105'
      | '000106'
      | '000107'
    /**
     * @description The result in words; a refusal names the parameter or the reason. Cut to 255 characters.
     * @example success.
     */
    readonly ResultMsg: string
    /** @description The envelope of every answer to the store. */
    readonly Result: {
      readonly resultCode: components['schemas']['ResultCode']
      readonly resultMsg: components['schemas']['ResultMsg']
    }
    /**
     * @description Sixteen characters that are the initial vector, then the Base64 of the AES-CBC cipher text.
     * @example AbCdEfGh012345674wU8p1mD1XFpcuLGl2Vaxg==
     */
    readonly CipherTextV1: string
    /** @description How the buyer gets in (应用信息). Account and password are encrypted in V1, and their length counts the cipher text. */
    readonly AppInfoV1: {
      /**
       * Format: uri
       * @description Where the buyer uses the product (前台地址).
       * @example https://www.isvserver.com
       */
      readonly frontEndUrl: string
      /**
       * Format: uri
       * @description Where the buyer manages it (管理地址).
       * @example https://www.isvserver.com/admin
       */
      readonly adminUrl?: string
      /** @description Administrator account (管理员账号), encrypted; at most 79 bytes in the clear. */
      readonly userName?: components['schemas']['CipherTextV1']
      /** @description Initial password (管理员初始密码), encrypted; at most 79 bytes in the clear. */
      readonly password?: components['schemas']['CipherTextV1']
      /**
       * @description Remarks (备注). Chinese is sent as \uXXXX escapes.
       * @example 中文
       */
      readonly memo?: string
    }
    /** @description What has been used (使用量信息). */
    readonly UsageInfo: {
      /**
       * @description For a package the pay-per-use instance that this usage belongs to.
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly relatedInstanceId?: string
      /**
       * @description Used so far, at most 12 digits of which 4 decimals; cumulative for pay-per-use, used up for a package.
       * @example 12.5
       */
      readonly usageValue: number
      /**
       * Format: store-time
       * @description When it was counted, UTC, yyyyMMddHHmmssSSS.
       * @example 20251118073000000
       */
      readonly statisticalTime: string
      /**
       * Format: uri
       * @description Where the buyer sees the usage.
       * @example https://app.example.com/usage
       */
      readonly dashboardUrl?: string
    }
    /** @description One instance as the buyer sees it. */
    readonly InstanceInfoV1: {
      readonly instanceId: components['schemas']['InstanceId']
      readonly appInfo?: components['schemas']['AppInfoV1']
      /** @description Usage of a pay-per-use instance (one entry) or of a package (one entry for each charge item). */
      readonly usageInfo?: readonly components['schemas']['UsageInfo'][]
    }
    /**
     * @description The answer to a SaaS V1 call.
     *
     *     | activity | Members besides `resultCode` and `resultMsg` |
     *     |---|---|
     *     | `newInstance` | `instanceId` and `appInfo` (the store's check asks for `frontEndUrl`), `encryptType` |
     *     | `queryInstance` | `info`, `encryptType` |
     *     | all others | none |
     */
    readonly SaasV1Response: {
      readonly resultCode: components['schemas']['ResultCode']
      readonly resultMsg: components['schemas']['ResultMsg']
      /**
       * @description How account and password are encrypted (加密方式); `1` AES256_CBC_PKCS5Padding, `2` AES128_CBC_PKCS5Padding. Defaults to `1`.
       * @example 1
       * @enum {string}
       */
      readonly encryptType?: '1' | '2'
      readonly instanceId?: components['schemas']['InstanceId']
      readonly appInfo?: components['schemas']['AppInfoV1']
      /** @description One entry for every asked instance that is ready, in use or frozen (实例信息); one that is being made, failed, unknown or released has none. */
      readonly info?: readonly components['schemas']['InstanceInfoV1'][]
    }
    /**
     * @description The store's order line id (订单行ID).
     * @example CS2211181819B4LVS-000001
     */
    readonly OrderLineId: string
    /**
     * @description `1` marks a call of the debugger or the dial test. A real call carries `0` (until early 2025) or leaves it out. A text by the documents; the number is taken too.
     * @example 1
     * @enum {string|integer}
     */
    readonly TestFlag: '0' | '1' | 0 | 1
    /**
     * newInstance
     * @description Make an instance for a paid order line (创建实例). Carries ids only; sku, amount, buyer and period come from the order query.
     */
    readonly NewInstance: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'newInstance'
      readonly orderId: components['schemas']['OrderId']
      readonly orderLineId: components['schemas']['OrderLineId']
      /**
       * @description The store's id of this request; it differs at every attempt. The first one of an order line is the recommended instance id.
       * @example 87b94795-0603-4e24-8ae5-69420d60e3c8
       */
      readonly businessId: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * queryInstance
     * @description Ask for what the buyer needs to use one or several instances (查询实例信息).
     */
    readonly QueryInstance: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'queryInstance'
      /**
       * @description One instance id, or up to 100 joined by commas. The page prints a length of 100, which 100 ids cannot keep; the bound here is 100 ids of 64 characters.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * refreshInstance
     * @description Set a new expiry (更新实例). The expiry is absolute and may lie before the present one.
     */
    readonly RefreshInstance: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'refreshInstance'
      /**
       * @description Why the expiry changes: `TRIAL_TO_FORMAL` trial to formal (试用转正), `RENEWAL` renewal (续费), `UNSUBSCRIBE_RENEWAL_PERIOD` a renewed period cancelled (退续费), `RENEWAL_CHANGE` renewal with change of specification (续费变更).
       *     The list is not closed, for it has grown before: a scene that nobody knows yet succeeds. It sets a later expiry; an earlier one is not set but shown to an operator.
       * @example RENEWAL
       */
      readonly scene: string
      /**
       * @description The conversion or renewal order; for `UNSUBSCRIBE_RENEWAL_PERIOD` the unsubscribe order.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string
      readonly orderLineId: components['schemas']['OrderLineId']
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The new product id (产品ID), sent when the kind of period changes, from month to year for instance.
       * @example OFFI461867333479178240
       */
      readonly productId?: string
      /**
       * Format: store-time
       * @description The new expiry in UTC, `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS` (the table prints 14 digits, the sample 17).
       * @example 20221124023618256
       */
      readonly expireTime: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * updateInstanceStatus
     * @description Freeze or unfreeze an instance (更新实例状态). A frozen instance keeps its data and cannot be used; the last call wins.
     */
    readonly UpdateInstanceStatus: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'updateInstanceStatus'
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The state to set; frozen (冻结) or in use again (解冻).
       * @example FREEZE
       * @enum {string}
       */
      readonly status: 'FREEZE' | 'UNFREEZE'
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * releaseInstance
     * @description Release an instance for good (释放实例). Possible from every state; a released instance is a success too, an unknown one is `000003`.
     */
    readonly ReleaseInstance: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'releaseInstance'
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The unsubscribe order (退订订单), sent only when the buyer unsubscribed.
       * @example CS2211181819B4LVS
       */
      readonly orderId?: string
      /**
       * @description The line of the unsubscribe order.
       * @example CS2211181819B4LVS-000001
       */
      readonly orderLineId?: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * upgradeInstance
     * @description An upgrade or expansion was paid (实例升级). The instance keeps its id; the new specification comes from the order query.
     */
    readonly UpgradeInstance: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'upgradeInstance'
      readonly instanceId: components['schemas']['InstanceId']
      readonly orderId: components['schemas']['OrderId']
      readonly orderLineId: components['schemas']['OrderLineId']
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /** @description The target product. A refusal tells the buyer that the renewal is impossible, so nothing in here refuses: a missing member, another type or a longer text is handed on to the seller's rule as it came. */
    readonly ProductInfoObject: {
      /**
       * @description Product id (产品ID), mandatory, a text of at most 64 characters by the documents.
       * @example OFFI461867333479178240
       */
      readonly productId?: unknown
      /**
       * @description Specification code (规格ID), mandatory, a text of at most 64 characters by the documents.
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode?: unknown
      /**
       * @description Value of the linear attribute such as the number of seats (线性值), optional, a whole number by the documents.
       * @example 50
       */
      readonly linearValue?: unknown
      /**
       * @description Product name (产品名称), mandatory, a text of at most 64 characters by the documents.
       * @example 测试商品
       */
      readonly productName?: unknown
    }
    /**
     * @description The product that the renewal would change to. The edition of 2026-01-06 defines its members and sends an object; earlier ones defined none.
     *     An object, an array of objects, or JSON text of either is taken: of an array every product has to be allowed. Text that is no JSON is handed on as it is.
     */
    readonly ProductInfo:
      | components['schemas']['ProductInfoObject']
      | readonly unknown[]
      | string
    /**
     * changeInstanceCheck
     * @description Ask whether a renewal with a changed specification is allowed (续费变更校验). Never changes anything; the change itself comes as `refreshInstance` with scene `RENEWAL_CHANGE`.
     */
    readonly ChangeInstanceCheck: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'changeInstanceCheck'
      readonly instanceId: components['schemas']['InstanceId']
      readonly productInfo: components['schemas']['ProductInfo']
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /** @description One of the seven activities. */
    readonly SaasV2Request:
      | components['schemas']['NewInstance']
      | components['schemas']['QueryInstance']
      | components['schemas']['RefreshInstance']
      | components['schemas']['UpdateInstanceStatus']
      | components['schemas']['ReleaseInstance']
      | components['schemas']['UpgradeInstance']
      | components['schemas']['ChangeInstanceCheck']
    /** @description How the buyer gets in (应用信息). Plain text in V2. */
    readonly AppInfo: {
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
      readonly adminUrl?: string
      /**
       * @description Administrator account (管理员账号).
       * @example admin
       */
      readonly userName?: string
      /**
       * @description Initial password (管理员初始密码).
       * @example change-me-at-first-login
       */
      readonly password?: string
      /**
       * @description Remarks (备注). Chinese is sent as \uXXXX escapes.
       * @example 首次登录请修改密码
       */
      readonly memo?: string
    }
    /** @description One instance as the buyer sees it. */
    readonly InstanceInfo: {
      readonly instanceId: components['schemas']['InstanceId']
      readonly appInfo?: components['schemas']['AppInfo']
      /** @description Usage of a pay-per-use instance (one entry) or of a package (one entry for each charge item). */
      readonly usageInfo?: readonly components['schemas']['UsageInfo'][]
    }
    /** @description The answer to a SaaS V2 call; `instanceId` belongs to `newInstance`, `info` to `queryInstance`. */
    readonly SaasV2Response: {
      readonly resultCode: components['schemas']['ResultCode']
      readonly resultMsg: components['schemas']['ResultMsg']
      readonly instanceId?: components['schemas']['InstanceId']
      /** @description One entry for every asked instance that is ready, in use or frozen (实例信息); one that is being made, failed, unknown or released has none. */
      readonly info?: readonly components['schemas']['InstanceInfo'][]
    }
    /**
     * @description `1` (or `1.0`) marks a call of the debugger or the dial test; `0` or absent is a real call. The row was not seen in the tables of this generation.
     * @example 1
     */
    readonly TestFlagB: string
    /**
     * getLicense
     * @description Make the license of a paid order (获取License). The answer carries it; a repeat gets the same license and instance.
     */
    readonly GetLicenseB: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'getLicense'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description The buyer's Huawei Cloud account id (客户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly customerId: string
      /**
       * @description The buyer's account name (客户名称).
       * @example 张三
       */
      readonly customerName?: string
      /**
       * @description The store's id of this request; it differs at every attempt. The first one of an order is the recommended instance id.
       * @example 03pf80c2bae96vc49b80b917bea776d7
       */
      readonly businessId: string
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description Specification code (规格ID); it stays the same when the kind of period changes.
       * @example d0abcd12-1234-5678-ab90-11ab012aaaa1
       */
      readonly skuCode?: string
      /**
       * @description Product id (产品ID); each kind of period has its own.
       * @example 00301-666666-0--0
       */
      readonly productId: string
      /**
       * Format: store-time
       * @description Estimated expiry, `yyyyMMddHHmmss`, Beijing time (inferred). Only for products sold by the period, and only for information; the real end comes as `expireLicense`.
       * @example 20240420235959
       */
      readonly expireTime?: string
      /**
       * @description How the order is charged (计费模式), 1 by the period, 3 once; `1.0` is read as `1`. Named in the remarks of other rows; its own row was not seen.
       * @example 1
       */
      readonly chargingMode?: string
      /**
       * @description The buyer's IAM user id (子用户ID), as real sellers receive it; no page names it.
       * @example 7b4cd1e3f7a04f5fb14d37cfd8a6e0f2
       */
      readonly userId?: string
      /**
       * @description The buyer's IAM user name (子用户名), as real sellers receive it; no page names it.
       * @example lisi
       */
      readonly userName?: string
      /**
       * @description How the instance is opened (商品实例开通方式), 3 at once after the purchase. Kept and shown, never decided upon; no page names it here.
       * @example 3
       */
      readonly provisionType?: string
      readonly periodType?: components['schemas']['PeriodTypeV1']
      /**
       * @description How many periods were bought (周期数量), a whole number; `1.0` is read as `1`. The row was not seen in this table.
       * @example 1
       */
      readonly periodNumber?: string
      /**
       * @description Value of the quantity attribute (数量), a whole number; `10.0` is read as `10`. The length of this row was not seen.
       * @example 30
       */
      readonly amount?: string
      /**
       * @description Extension parameters (扩展参数), base64 of a JSON array of `{"name","value"}`. The one named `identificationCode` is the code (识别码) that the license is made for:
       *     made by the store, or the hardware's own, typed by the buyer. The name of the member `value` is inferred, and no length is documented.
       *     What cannot be read, all of them or one, is kept as unknown and shown to an operator; it refuses nothing.
       * @example W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d
       */
      readonly saasExtendParams?: string
      readonly testFlag?: components['schemas']['TestFlagB']
    }
    /**
     * refreshLicense
     * @description Set a new expiry after a renewal or after a trial became an order (License续费).
     */
    readonly RefreshLicenseB: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'refreshLicense'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description The new order; it is not the order of the purchase, so the license is found by `instanceId`.
       * @example CS2304201819B4LVS
       */
      readonly orderId: string
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The new product id (产品ID), when the kind of period changed.
       * @example 00301-666688-0-0
       */
      readonly productId?: string
      /**
       * Format: store-time
       * @description The new expiry, `yyyyMMddHHmmss`. No time zone is stated; Beijing time is inferred from SaaS V1.
       * @example 20250420235959
       */
      readonly expireTime: string
      readonly periodType?: components['schemas']['PeriodTypeV1']
      readonly periodNumber?: components['schemas']['PeriodNumberV1']
      readonly testFlag?: components['schemas']['TestFlagB']
    }
    /**
     * expireLicense
     * @description The period ended, freeze the instance (License过期). The page itself was not seen; the members are those of `releaseLicense`.
     */
    readonly ExpireLicenseB: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'expireLicense'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description The order of the purchase (inferred).
       * @example CS2211181819B4LVS
       */
      readonly orderId?: string
      readonly instanceId: components['schemas']['InstanceId']
      readonly testFlag?: components['schemas']['TestFlagB']
    }
    /**
     * releaseLicense
     * @description Release the license for good, after the retention period or a refund (License释放). A released instance is a success too, an unknown one is `000003`.
     */
    readonly ReleaseLicenseB: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'releaseLicense'
      readonly timeStamp: components['schemas']['TimeStampV1']
      /**
       * @description The order of the purchase.
       * @example CS2211181819B4LVS
       */
      readonly orderId: string
      readonly instanceId: components['schemas']['InstanceId']
      readonly testFlag?: components['schemas']['TestFlagB']
    }
    /** @description The query parameters of one of the four activities. Every value is a string, decoded once; parameters that are not named here pass and are kept. */
    readonly LicenseBRequest:
      | components['schemas']['GetLicenseB']
      | components['schemas']['RefreshLicenseB']
      | components['schemas']['ExpireLicenseB']
      | components['schemas']['ReleaseLicenseB']
    /** @description The answer to a License 1.0 call; `license` and `instanceId` belong to a successful `getLicense`. Its own page of result codes was not seen; the common set of V1 holds. */
    readonly LicenseBResponse: {
      readonly resultCode: components['schemas']['ResultCode']
      readonly resultMsg: components['schemas']['ResultMsg']
      /**
       * @description The license or authorisation text (License串). The documents give no length; the bound is ours.
       * @example eyJsaWNlbnNlIjoiQUJDRC0xMjM0In0.MEUCIQDn
       */
      readonly license?: string
      readonly instanceId?: components['schemas']['InstanceId']
    }
    /**
     * @description First moment of the license, UTC, `yyyy-MM-dd HH:mm:ss z`. The page's sample ends in the letter `z`; `UTC`, `GMT` and no zone at all are read the same way.
     * @example 2023-10-27 10:30:15 z
     */
    readonly LicenseTimeA: string
    /**
     * getLicenseAsync
     * @description Apply for a license of an instance (异步申请License). The answer never carries the license; it is uploaded afterwards under the same `eventId`, as text or as a file. No license is made while the instance is frozen, for it would open nothing (`000901`).
     */
    readonly GetLicenseAsyncA: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'getLicenseAsync'
      readonly instanceId: components['schemas']['InstanceId']
      /**
       * @description The store's serial number of this application (业务流水号). A call with the same number and fingerprint is the same application and gets the same license, never a new one.
       * @example 5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21
       */
      readonly eventId: string
      readonly effectiveTime: components['schemas']['LicenseTimeA']
      /** @description Last moment of the license, UTC. A license sold by the period (包周期) needs it; without it such an application is refused with `000902`. */
      readonly expireTime?: components['schemas']['LicenseTimeA']
      /**
       * @description Fingerprint of the device that the license is bound to (设备指纹), upper case `mac|disk|board|cpu`; a missing part is empty, several of one part are joined by commas.
       *     The table prints 1,024 characters, the client kit of the same guide makes up to 5 KiB; the larger bound is taken.
       * @example 04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672
       */
      readonly deviceFingerprint?: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /** @description One of the seven activities. Six have the shape of SaaS V2; `getLicenseAsync` is this family's own. */
    readonly LicenseARequest:
      | components['schemas']['NewInstance']
      | components['schemas']['RefreshInstance']
      | components['schemas']['UpdateInstanceStatus']
      | components['schemas']['ReleaseInstance']
      | components['schemas']['UpgradeInstance']
      | components['schemas']['QueryInstance']
      | components['schemas']['GetLicenseAsyncA']
    /**
     * @description What became of the call (调用结果码). Beside the common codes, `getLicenseAsync` may answer `000900` to `000903`.
     * @example 000000
     */
    readonly LicenseResultCode:
      | components['schemas']['ResultCode']
      | ('000900' | '000901' | '000902' | '000903')
    /** @description The answer to a License A call; `instanceId` belongs to `newInstance`, `info` to `queryInstance`. The license itself is never in it. */
    readonly LicenseAResponse: {
      readonly resultCode: components['schemas']['LicenseResultCode']
      readonly resultMsg: components['schemas']['ResultMsg']
      readonly instanceId?: components['schemas']['InstanceId']
      /** @description One entry for every asked instance that is ready, in use or frozen (实例信息); one that is being made, failed, unknown or released has none. */
      readonly info?: readonly components['schemas']['InstanceInfo'][]
    }
    /**
     * @description The authorisation code (授权码), made by the store, one for each license that was bought.
     * @example PL20230523000001
     */
    readonly LicenseCode: string
    /**
     * refreshLicenseCode
     * @description Set a new expiry of a code (更新授权码有效期). The expiry is absolute and may lie before the present one.
     */
    readonly RefreshLicenseCodeC: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'refreshLicenseCode'
      /**
       * @description Why the expiry changes: `RENEWAL` renewal (续费), `UNSUBSCRIBE_RENEWAL_PERIOD` a renewed period cancelled (退续费).
       *     The list is not closed: a scene that nobody knows yet succeeds. It sets a later expiry, and leaves an earlier one alone.
       * @example RENEWAL
       */
      readonly scene: string
      /**
       * @description The new order, of the renewal or its cancellation; it differs from the order of the purchase.
       * @example CS2305231819B4LVS
       */
      readonly orderId: string
      readonly orderLineId: components['schemas']['OrderLineId']
      readonly license: components['schemas']['LicenseCode']
      /**
       * @description The new product id (产品ID), sent when the kind of period changes.
       * @example OFFI461867333479178240
       */
      readonly productId?: string
      /**
       * Format: store-time
       * @description The new expiry, `yyyyMMddHHmmss`. No time zone is stated; UTC is inferred from SaaS V2, and 17 digits are accepted as there.
       * @example 20230523201932
       */
      readonly expireTime: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * updateLicenseCodeStatus
     * @description Freeze or unfreeze a code (变更授权码状态). A frozen code keeps its data and opens nothing; the last call wins.
     */
    readonly UpdateLicenseCodeStatusC: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'updateLicenseCodeStatus'
      readonly license: components['schemas']['LicenseCode']
      /**
       * @description The state to set; frozen (冻结) or in use again (解冻).
       * @example FREEZE
       * @enum {string}
       */
      readonly status: 'FREEZE' | 'UNFREEZE'
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * releaseLicenseCode
     * @description Release a code for good (释放授权码), after the retention period or an unsubscription. Possible from every state.
     */
    readonly ReleaseLicenseCodeC: {
      /**
       * @description Which interface is called. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly activity: 'releaseLicenseCode'
      readonly license: components['schemas']['LicenseCode']
      /**
       * @description The unsubscribe order (退订订单), sent only when the buyer unsubscribed.
       * @example CS2305241819B4LVS
       */
      readonly orderId?: string
      /**
       * @description The line of the unsubscribe order.
       * @example CS2305241819B4LVS-000001
       */
      readonly orderLineId?: string
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /** @description One of the three activities. */
    readonly LicenseCRequest:
      | components['schemas']['RefreshLicenseCodeC']
      | components['schemas']['UpdateLicenseCodeStatusC']
      | components['schemas']['ReleaseLicenseCodeC']
    /**
     * orderNotify
     * @description An order notification (订单通知).
     */
    readonly OrdersRequest: {
      /**
       * @description Which interface is called.
       * @example orderNotify
       * @constant
       */
      readonly activity: 'orderNotify'
      readonly orderId: components['schemas']['OrderId']
      readonly orderLineId: components['schemas']['OrderLineId']
      readonly testFlag?: components['schemas']['TestFlag']
    }
    /**
     * @description The instance (实例ID) that the record belongs to. Absent or empty where the seller creates an application credential or debugs, since no order stands behind that; such records are a binding of their own.
     * @example huaiweitest123456
     */
    readonly KitInstanceId: string
    /**
     * @description The tenant's id (租户ID). One tenant may be bound to several instances.
     * @example 68cbc86****880d92f36422fa0e
     */
    readonly KitTenantId: string
    /**
     * @description What happened; `0` deleted, `1` added, `2` modified. The samples send a number; the digit as text is taken too.
     * @example 1
     * @enum {integer|string}
     */
    readonly KitFlag: 0 | 1 | 2 | '0' | '1' | '2'
    /**
     * @description `1` marks debug data, `0` or nothing real data. The samples send a number; the digit as text is taken too.
     * @example 0
     * @enum {integer|string}
     */
    readonly KitTestFlag: 0 | 1 | '0' | '1'
    /**
     * Format: store-time
     * @description When the record changed, Beijing time (UTC+8), `yyyyMMddHHmmssSSS`. A body older than the record kept is answered with success and ignored.
     * @example 20220413093539534
     */
    readonly KitTimeStamp: string
    /**
     * tenantSync
     * @description A tenant, which is a buyer's enterprise (企业同步; in V1 租户信息同步). V1 and V2 send the same body. A deletion needs the ids only; without the rest any other call is refused.
     */
    readonly TenantSync: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      /**
       * @description The buyer's order (订单号). Absent or empty under the same conditions as `instanceId`.
       * @example CS1906666666ABCDE
       */
      readonly orderId?: string
      readonly tenantId: components['schemas']['KitTenantId']
      /**
       * @description The tenant's mark (租户标识), which says to which buyer's domain a login belongs.
       * @example huawei
       */
      readonly tenantCode?: string
      /**
       * @description The tenant's name (租户名称), which is that of the enterprise.
       * @example huaiweitest
       */
      readonly name?: string
      /**
       * @description The tenant's address at the auth centre (统一域名地址), with its scheme; single sign-on is asked below it.
       * @example https://example.tenantaccount.com
       */
      readonly domainName?: string
      /** @description What happened; `0` deleted, `1` added, `2` name or domain modified. */
      readonly flag: components['schemas']['KitFlag']
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
    /** @description The answer to a kit call. */
    readonly KitResult: {
      /**
       * @description What became of the call (调用结果码); the kit has no codes of its own. Koogate never answers `000003` here, for an unknown instance is no reason to refuse a record, nor `000004`.
       *     A secret that cannot be decrypted is `000002`, although the store's own Java sample answers `000101`.
       * @example 000000
       * @enum {string}
       */
      readonly resultCode:
        | '000000'
        | '000001'
        | '000002'
        | '000003'
        | '000004'
        | '000005'
      readonly resultMsg: components['schemas']['ResultMsg']
    }
    /**
     * @description The id of the application credential (应用ID) in the seller console.
     * @example KSIDJF1234456
     */
    readonly KitAppId: string
    /**
     * applicationSync
     * @description The credential of an application for one tenant (应用同步; in V1 租户应用信息同步). V1 and V2 send the same body. A deletion needs the ids only; without the rest any other call is refused.
     */
    readonly ApplicationSync: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      readonly tenantId: components['schemas']['KitTenantId']
      readonly appId: components['schemas']['KitAppId']
      /**
       * @description The client id (客户端ID) that the auth centre gave this tenant and application.
       * @example 7Yb0cKz1Qm4vRt9sWx2e
       */
      readonly clientId?: string
      /**
       * @description The client secret (客户端密钥), encrypted with the seller's RSA public key and OAEP padding, see *RSA-OAEP of clientSecret*.
       *     Neither a length nor the encoding is printed; Base64 is read, then hex. A deletion is never decrypted.
       * @example IV0mvLKUbA30j0GoRiBzdXRd07nvCSIV5N/71TYF2yNJjrzRB5/P9FH/tuG390wowpx8TExY0KUyfwBU9I97Q12WgXCPN7aFnGuooezk5HUCu8Cl2zRigwaqSQa2l6BaMT8MjniVT1CPeh4K3YzPPt2LjfvbvBo+QeMwt/3KBEshJ6F81Bb25EqEjChtzsw/IY5cafnmCTDKqxxCTN8FBz0Na9bMDR3tH3bR1vSE41iSkj25NQJpZAe0trsFSUb55hWcXAYttSyzfhLBn0g+w/481ieYLaB0HjEYGvzTfF6wEywsle2bZHJOPclTel+coTY4xGCRlwF0ZHc+JjX0ofwuH9r72Qv1gkVsNMtlOMEnsZFrxGV7iQL0eKfFJbmPeblqqhYEpAVQOsonulHTQt7B5xB4NAPYpvcTRTIQxBPrBmLKyuor3Bb2eKRczC0L2l+EKAgr0Iznyg5RkmXHgobtG/AUsIxkSbfibwrUkO4Fbc8WM231Qd6CConiTGkJ
       */
      readonly clientSecret?: string
      readonly flag: components['schemas']['KitFlag']
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
    /**
     * @description What happened; `0` deleted, `1` added, `2` modified, `3` authorisation revoked (取消授权). How `3` differs in effect from `0` is not documented. The samples send a number; the digit as text is taken too.
     * @example 1
     * @enum {integer|string}
     */
    readonly KitUserFlag: 0 | 1 | 2 | 3 | '0' | '1' | '2' | '3'
    /** @description What a change of authorised users carries besides the users. */
    readonly AuthSync: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      readonly tenantId: components['schemas']['KitTenantId']
      readonly appId: components['schemas']['KitAppId']
      /**
       * @description When the synchronisation began, Beijing time (UTC+8), `yyyyMMddHHmmssSSS`.
       * @example 20220420114117642
       */
      readonly currentSyncTime: string
      readonly flag: components['schemas']['KitUserFlag']
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
    /**
     * @description The account (联营账号), unique within its tenant; single sign-on names the user in the same way.
     * @example zhangsan01
     */
    readonly KitAccount: string
    /**
     * @description Kind of employment (员工类型); `1` regular (正式), `2` intern (实习), `3` dispatched (劳务派遣), `4` outsourced (劳务外包). The table says a number, the V1 sample sends text.
     * @example 4
     */
    readonly KitEmployeeType: number | string | null
    /**
     * @description Date of entry (入职日期), kept as it comes. The samples leave out leading zeros, so it is no date by form.
     * @example 2022-11-9
     */
    readonly KitEntryDate: string | null
    /**
     * @description Place of work (工作地点). Its length could not be read.
     * @example 南京
     */
    readonly KitWorkPlace: string | null
    /**
     * @description Further members of the user (扩展信息), as the V1 sample sends them; an ERP product finds its account set (账套) here. Empty where the buyer filled in nothing.
     *     An object by the documents; text is kept as it comes.
     */
    readonly KitUserExtension:
      | {
          readonly employeeType?: components['schemas']['KitEmployeeType']
          readonly entryDate?: components['schemas']['KitEntryDate']
          readonly workPlace?: components['schemas']['KitWorkPlace']
        }
      | string
      | null
    /** @description One user. The optional members may stand here or in `extension`, and may be empty. Which of them arrive depends on what the seller applied for and the buyer granted. */
    readonly KitUser: {
      readonly userName: components['schemas']['KitAccount']
      /**
       * @description The name that is shown (姓名).
       * @example 张三
       */
      readonly name: string
      /**
       * @description Code of the user's department (部门编码).
       * @example 123456789
       */
      readonly orgCode: string
      /**
       * @description `admin` gets the administrator's right in the application, `user` the ordinary one. Any other value counts as `user`.
       * @example admin
       */
      readonly role: string
      /**
       * @description Whether the account may be used (是否启用), as text.
       * @example true
       * @enum {string}
       */
      readonly enable: 'true' | 'false'
      /**
       * @description Position (职位).
       * @example 系统管理员
       */
      readonly position?: string | null
      /**
       * @description Staff number (工号).
       * @example A00123
       */
      readonly employeeCode?: string | null
      /**
       * @description Mobile number (手机号) in the clear.
       * @example 15905222222
       */
      readonly mobile?: string | null
      /**
       * @description E-mail address (邮箱) in the clear.
       * @example zhangsan@example.com
       */
      readonly email?: string | null
      readonly employeeType?: components['schemas']['KitEmployeeType']
      readonly entryDate?: components['schemas']['KitEntryDate']
      readonly workPlace?: components['schemas']['KitWorkPlace']
      readonly extension?: components['schemas']['KitUserExtension']
    }
    /** @description A user who loses the application, by deletion or revocation. Nothing else of the user is needed, and what was known is kept. */
    readonly KitUserName: {
      readonly userName: components['schemas']['KitAccount']
    }
    /**
     * @description The users (用户列表), as an array or as JSON text that holds one. An empty text, or none, is an empty list.
     *     The V1 page allows 500 users in a call. The V2 page could not be read that far, so only the size of the body bounds this list.
     *     Each user is judged alone: those that are as described are taken, whatever the others are. If any was not, the answer is `000002`, which names the first of them; a repeat is safe.
     */
    readonly KitUserListV2:
      | readonly (
          | components['schemas']['KitUser']
          | components['schemas']['KitUserName']
          | unknown
        )[]
      | string
    /**
     * authSync
     * @description Users to whom an application was granted, or from whom it was taken (用户授权同步).
     */
    readonly AuthSyncV2: components['schemas']['AuthSync'] & {
      readonly userList?: components['schemas']['KitUserListV2']
    }
    /**
     * @description The department's code (部门编码), given by the tenant and unique in it.
     * @example 10000
     */
    readonly KitOrgCode: string
    /**
     * @description The department's name (部门名称), unique on its level; the tenant may change it.
     * @example 开发部
     */
    readonly KitOrgName: string
    /**
     * @description Code of the department above (上级部门编码); empty for one at the top. A parent that is not known yet leaves an orphan, which is joined later. A cycle is refused.
     * @example 00000001
     */
    readonly KitParentCode: string | null
    /**
     * singleOrgSync
     * @description A change of one department (部门增量同步). V1 and V2 send the same body. It names no application. A deletion needs the ids only; without the rest any other call is refused.
     */
    readonly SingleOrgSync: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      readonly tenantId: components['schemas']['KitTenantId']
      readonly orgCode: components['schemas']['KitOrgCode']
      readonly orgName?: components['schemas']['KitOrgName']
      readonly parentCode?: components['schemas']['KitParentCode']
      readonly flag: components['schemas']['KitFlag']
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
    /** @description One department of the flat list. Its name comes as `orgName` (V2), `OrgName` (an older V2 edition) or `name` (V1). */
    readonly KitDepartment: {
      readonly orgCode: components['schemas']['KitOrgCode']
      readonly orgName?: components['schemas']['KitOrgName']
      readonly OrgName?: components['schemas']['KitOrgName']
      readonly name?: components['schemas']['KitOrgName']
      readonly parentCode?: components['schemas']['KitParentCode']
    }
    /**
     * @description All departments of the tenant, flat, as an array or as JSON text that holds one; text is read, as JSON5 if it is not JSON, then validated by this same schema. An empty text, `null` or none is an empty list.
     *     The bound of 50,000 is Koogate's own; the documents print none.
     */
    readonly KitDepartmentList:
      | readonly components['schemas']['KitDepartment'][]
      | string
    /**
     * allOrgSync
     * @description The whole list of departments (部门全量同步), which replaces the one kept. Departments that are missing from it are marked absent, not lost; the documents do not say what becomes of them.
     */
    readonly AllOrgSyncV2: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      readonly tenantId: components['schemas']['KitTenantId']
      readonly orgInfoList?: components['schemas']['KitDepartmentList']
      /**
       * @description Present in the sample, missing from the table; it has no meaning here.
       * @example 1
       */
      readonly flag?: number | string
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
    /**
     * @description The users (用户列表), at most 500, as JSON text that holds an array; an array itself is taken too. An empty text, or none, is an empty list.
     *     Each user is judged alone: those that are as described are taken, whatever the others are. If any was not, the answer is `000002`, which names the first of them; a repeat is safe.
     */
    readonly KitUserListV1:
      | readonly (
          | components['schemas']['KitUser']
          | components['schemas']['KitUserName']
          | unknown
        )[]
      | string
    /**
     * authSync
     * @description Users to whom an application was granted, or from whom it was taken (租户应用授权信息同步).
     */
    readonly AuthSyncV1: components['schemas']['AuthSync'] & {
      readonly userList?: components['schemas']['KitUserListV1']
    }
    /**
     * allOrgSync
     * @description The whole list of departments (组织部门信息全量同步), which replaces the one kept. Departments that are missing from it are marked absent, not lost; the documents do not say what becomes of them.
     */
    readonly AllOrgSyncV1: {
      readonly instanceId?: components['schemas']['KitInstanceId']
      readonly tenantId: components['schemas']['KitTenantId']
      readonly orgInfo?: components['schemas']['KitDepartmentList']
      readonly testFlag?: components['schemas']['KitTestFlag']
      readonly timeStamp: components['schemas']['KitTimeStamp']
    }
  }
  responses: {
    /** @description The address or path is unknown (404), or the method is not served here (405); the envelope is the same, and a known address signs it. */
    readonly RouteErrorSigned: {
      headers: {
        readonly 'Body-Sign': components['headers']['BodySignOfKnownAddress']
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Result']
      }
    }
    /** @description The address or path is unknown (404), or the method is not served here (405); the envelope is the same. */
    readonly RouteError: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Result']
      }
    }
  }
  parameters: {
    /**
     * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
     * @example main
     */
    readonly Address: string
    /**
     * @description The whole query, read as one object that `activity` distinguishes. No parameter bears the name `parameters`.
     *     Values are the text of the query, decoded; numbers are digits. Parameters that are not listed are accepted, and all of them take part in the authToken.
     *     An empty value of an optional parameter counts as absent, after the authToken has been verified.
     */
    readonly SaasV1Parameters: components['schemas']['SaasV1Request']
    /**
     * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
     * @example 1680508066618
     */
    readonly Timestamp: string
    /**
     * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
     * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
     */
    readonly Nonce: string
    /**
     * @description The whole query, read as one object that `activity` distinguishes. No parameter bears the name `parameters`.
     *     Values are the text of the query, decoded; numbers are digits. Parameters that are not listed are accepted, and all of them take part in the authToken.
     *     An empty value of an optional parameter counts as absent, after the authToken has been verified.
     */
    readonly LicenseBParameters: components['schemas']['LicenseBRequest']
    /**
     * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
     * @example saas
     */
    readonly Product: 'saas' | 'license' | 'license-code'
    /**
     * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
     * @example 1680508066618
     */
    readonly KitTimestamp: string
    /**
     * @description Random text of this call, used once. The documents give no bound.
     * @example 50D83FDECAED6CCD
     */
    readonly KitNonce: string
  }
  requestBodies: never
  headers: {
    /**
     * @description Signature of the answer as in every other one, made with the current Key. It is missing where the address is unknown, since no Key belongs to it.
     * @example sign_type="HMAC-SHA256", signature="JlKwXWkh0Ut3KEMWxd0Q8cjpT9/KvMKX/y6SJ8PitkE="
     */
    readonly BodySignOfKnownAddress: string
    /**
     * @description Signature of the answer, refusals too. `signature` is the base64 HMAC-SHA256 of the exact body bytes with the Key that verified the call, without its `timeStamp`.
     *     Both values are in double quotes, and the store reads the header's name with its case.
     * @example sign_type="HMAC-SHA256", signature="JlKwXWkh0Ut3KEMWxd0Q8cjpT9/KvMKX/y6SJ8PitkE="
     */
    readonly BodySign: string
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly saasV1: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The whole query, read as one object that `activity` distinguishes. No parameter bears the name `parameters`.
         *     Values are the text of the query, decoded; numbers are digits. Parameters that are not listed are accepted, and all of them take part in the authToken.
         *     An empty value of an optional parameter counts as absent, after the authToken has been verified.
         */
        readonly parameters?: components['parameters']['SaasV1Parameters']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SaasV1Response']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly saasV2: {
    readonly parameters: {
      readonly query: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
         * @example 1680508066618
         */
        readonly timestamp: components['parameters']['Timestamp']
        /**
         * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
         * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
         */
        readonly nonce: components['parameters']['Nonce']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /** @description One JSON object, distinguished by `activity`. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SaasV2Request']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SaasV2Response']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly licenseB: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The whole query, read as one object that `activity` distinguishes. No parameter bears the name `parameters`.
         *     Values are the text of the query, decoded; numbers are digits. Parameters that are not listed are accepted, and all of them take part in the authToken.
         *     An empty value of an optional parameter counts as absent, after the authToken has been verified.
         */
        readonly parameters?: components['parameters']['LicenseBParameters']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['LicenseBResponse']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly licenseA: {
    readonly parameters: {
      readonly query: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
         * @example 1680508066618
         */
        readonly timestamp: components['parameters']['Timestamp']
        /**
         * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
         * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
         */
        readonly nonce: components['parameters']['Nonce']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /** @description One JSON object, distinguished by `activity`. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LicenseARequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['LicenseAResponse']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly licenseC: {
    readonly parameters: {
      readonly query: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
         * @example 1680508066618
         */
        readonly timestamp: components['parameters']['Timestamp']
        /**
         * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
         * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
         */
        readonly nonce: components['parameters']['Nonce']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /** @description One JSON object, distinguished by `activity`. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LicenseCRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Result']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly orders: {
    readonly parameters: {
      readonly query: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
         * @example 1680508066618
         */
        readonly timestamp: components['parameters']['Timestamp']
        /**
         * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
         * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
         */
        readonly nonce: components['parameters']['Nonce']
      }
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
      }
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OrdersRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Result']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitTenantSyncV2: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
         * @example 1680508066618
         */
        readonly 'x-timestamp': components['parameters']['KitTimestamp']
        /**
         * @description Random text of this call, used once. The documents give no bound.
         * @example 50D83FDECAED6CCD
         */
        readonly 'x-nonce': components['parameters']['KitNonce']
      }
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 10 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitApplicationSyncV2: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
         * @example 1680508066618
         */
        readonly 'x-timestamp': components['parameters']['KitTimestamp']
        /**
         * @description Random text of this call, used once. The documents give no bound.
         * @example 50D83FDECAED6CCD
         */
        readonly 'x-nonce': components['parameters']['KitNonce']
      }
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 10 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ApplicationSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitAuthSyncV2: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
         * @example 1680508066618
         */
        readonly 'x-timestamp': components['parameters']['KitTimestamp']
        /**
         * @description Random text of this call, used once. The documents give no bound.
         * @example 50D83FDECAED6CCD
         */
        readonly 'x-nonce': components['parameters']['KitNonce']
      }
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 10 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AuthSyncV2']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitSingleOrgSyncV2: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
         * @example 1680508066618
         */
        readonly 'x-timestamp': components['parameters']['KitTimestamp']
        /**
         * @description Random text of this call, used once. The documents give no bound.
         * @example 50D83FDECAED6CCD
         */
        readonly 'x-nonce': components['parameters']['KitNonce']
      }
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 10 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SingleOrgSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitAllOrgSyncV2: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the store sent the call, in milliseconds since 1970 (13 digits); ten digits are read as seconds. It must lie within 60 seconds of now.
         * @example 1680508066618
         */
        readonly 'x-timestamp': components['parameters']['KitTimestamp']
        /**
         * @description Random text of this call, used once. The documents give no bound.
         * @example 50D83FDECAED6CCD
         */
        readonly 'x-nonce': components['parameters']['KitNonce']
      }
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 10 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AllOrgSyncV2']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteError']
    }
  }
  readonly kitTenantSyncV1: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 6 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TenantSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly kitApplicationSyncV1: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 6 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ApplicationSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly kitAuthSyncV1: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 6 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AuthSyncV1']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly kitSingleOrgSyncV1: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 6 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SingleOrgSync']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
  readonly kitAllOrgSyncV1: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the production address; each address has its own keys. Defaults to `main` when only one is configured.
         * @example main
         */
        readonly address: components['parameters']['Address']
        /**
         * @description The kind of product whose address the kit calls hang below; each has the same five interfaces. Any other word is an unknown path.
         * @example saas
         */
        readonly product: components['parameters']['Product']
      }
      readonly cookie?: never
    }
    /** @description One JSON object of at most 6 MiB. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AllOrgSyncV1']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `resultCode`. */
      readonly 200: {
        headers: {
          readonly 'Body-Sign': components['headers']['BodySign']
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['KitResult']
        }
      }
      readonly default: components['responses']['RouteErrorSigned']
    }
  }
}
