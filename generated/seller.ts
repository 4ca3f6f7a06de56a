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
    readonly get?: never
    readonly put?: never
    /**
     * Take a SaaS V2 call of the store
     * @description The store calls this one address for every basic interface of SaaS V2.0; the member `activity` says which.
     *
     *     | activity | 接口 | When | What makes a repeat | The store retries |
     *     |---|---|---|---|---|
     *     | `newInstance` | 创建实例 | An order was paid. | `orderId` + `orderLineId` (`businessId` differs each time) | 3 hours, hourly; then the order is refunded |
     *     | `queryInstance` | 查询实例信息 | After `000004`, until it answers `000000`; when the buyer opens the resource page. | Nothing: it reads. | Polls, no documented end |
     *     | `refreshInstance` | 更新实例 | Trial to formal, renewal, renewal with change, renewal cancelled. | `instanceId` + `orderId` + `orderLineId` + `scene` | About 2 hours |
     *     | `updateInstanceStatus` | 更新实例状态 | Expiry, violation, arrears, and their end. | It sets a state: setting it again changes nothing. | About 2 hours |
     *     | `releaseInstance` | 释放实例 | The freeze period ended, or the buyer unsubscribed. | It sets a state, and the state is final. | About 1 to 2 hours |
     *     | `upgradeInstance` | 实例升级 | An upgrade order was paid. | `instanceId` + `orderId` + `orderLineId` | 3 hours, hourly; then the order is refunded |
     *     | `changeInstanceCheck` | 续费变更校验 | The buyer is about to renew with a change. | Nothing: it only asks. | Not documented |
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
     * @description The store tells of an order (订单通知) of any product kind but images, after payment. The call carries ids only; the order itself is read with the store's order query.
     *     A notification does not provision anything. When the store's attempts end without `000000` nothing is refunded; the message can be restarted by hand.
     */
    readonly post: operations['orders']
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
     * @description The store's order id (订单ID). Debug calls use ids such as `MOCKPERIODYEARNEW`, so no prefix is required.
     * @example CS2211181819B4LVS
     */
    readonly OrderId: string
    /**
     * @description The store's order line id (订单行ID).
     * @example CS2211181819B4LVS-000001
     */
    readonly OrderLineId: string
    /**
     * @description `1` marks a call of the debugger or the dial test. A real call carries `0` (until early 2025) or leaves it out.
     * @example 1
     * @enum {string}
     */
    readonly TestFlag: '0' | '1'
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
     * @description The instance id (实例ID) that the seller gave at `newInstance`; unique over all of the seller's products.
     * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
     */
    readonly InstanceId: string
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
       * @description Why the expiry changes; trial to formal (试用转正), renewal (续费), a renewed period cancelled (退续费), renewal with change of specification (续费变更).
       * @example RENEWAL
       * @enum {string}
       */
      readonly scene:
        | 'TRIAL_TO_FORMAL'
        | 'RENEWAL'
        | 'UNSUBSCRIBE_RENEWAL_PERIOD'
        | 'RENEWAL_CHANGE'
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
     * @description Release an instance for good (释放实例). Possible from every state; an unknown or released instance is a success too.
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
    /** @description The target product, every member optional. */
    readonly ProductInfoObject: {
      /**
       * @description Product id (产品ID).
       * @example OFFI461867333479178240
       */
      readonly productId?: string | null
      /**
       * @description Specification code (规格ID).
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode?: string | null
      /**
       * @description Value of the linear attribute such as the number of seats (线性值).
       * @example 50
       */
      readonly linearValue?: number | string | null
      /**
       * @description Product name (产品名称).
       * @example 测试商品
       */
      readonly productName?: string | null
    }
    /**
     * @description The product that the renewal would change to. The page defines no members and shows no correct sample; the names here are those of the order query (inferred).
     *     An object, or a JSON string that holds one; both are taken.
     */
    readonly ProductInfo: components['schemas']['ProductInfoObject'] | string
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
      /** @description One entry for every asked instance that is known and not released (实例信息). */
      readonly info?: readonly components['schemas']['InstanceInfo'][]
    }
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
  }
  responses: {
    /** @description The address or path is unknown (404), or the method is not served here (405); the envelope is the same. */
    readonly NotServed: {
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
     * @description When the store sent the call, in milliseconds since 1970 (13 digits); some pages say seconds, so 10 digits are read as seconds.
     * @example 1680508066618
     */
    readonly Timestamp: string
    /**
     * @description Random text of this call, used once. The documents show 16 to 64 characters and give no bound.
     * @example 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA
     */
    readonly Nonce: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
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
    /** @description One JSON object, told apart by `activity`. */
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
      readonly default: components['responses']['NotServed']
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
      readonly default: components['responses']['NotServed']
    }
  }
}
