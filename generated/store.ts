// Made from openapi/ by npm run generate; edit the contract instead.
export interface paths {
  readonly '/api/mkp-openapi-public/global/v1/order/query': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Read an order of the store (查询订单)
     * @description A seller's server reads an order after a call that carries its ids only: `newInstance`, `refreshInstance`, `upgradeInstance` and `orderNotify`.
     *     Type, period, product, quantity, buyer and the buyer's own inputs come from here. Only orders of products that the owner of the access key published can be read.
     *
     *     Nine fixed orders (`MOCKPERIODYEARNEW` and others, see the description of this document) answer with made-up data on the real address.
     */
    readonly get: operations['queryOrder']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v1/isv/usage-data': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Push pay-per-use usage to the store (按需使用量推送新)
     * @description The seller's server reports what the buyer of a pay-per-use product used; the store prices and charges it. Every record names the pay-per-use instance, never a package.
     *     A product that is billed by the hour is reported at least hourly, best within the first 15 minutes of the next hour; one that is billed by the day best hourly, else by 00:15 and at the latest by 01:00 of the next day.
     *
     *     A success may still name records that were rejected, so the list in the answer is always read. An older edition rejects nothing here and checks afterwards; such records are to be seen in the seller centre (话单管理).
     *     The call carries two signatures, AK/SK and the usage signature. Only the second one is certain; both are sent, over the same bytes.
     */
    readonly post: operations['pushUsage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/rest/marketplace/v1/isv/usage-data': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Push usage in the old form (按需使用量推送旧)
     * @deprecated
     * @description Deprecated; the new usage push takes its place and new listings do not use this one. It is kept for products that still report in this form.
     *     The seller's server reports usage as in the new push, without an id of the record and with the product's id; the call is signed with AK/SK only.
     *     Rules, times and rejected records are those of the new push.
     */
    readonly post: operations['pushUsageOld']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/v1.0/{partner_id}/billing/bill-mgr/push-usage-data': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The seller's partner id (合作伙伴ID). No length is documented.
         * @example 3a1f5d7c9b2e4f60
         */
        readonly partner_id: string
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Push usage in the oldest form (push-usage-data)
     * @deprecated
     * @description Deprecated since before 2020; the new usage push takes its place. It is kept so that an old program can be read and moved, and nothing new calls it.
     *     The seller's server reports usage by usage factor, in camelCase and without an id of the record; the call is signed with AK/SK. One page still names the path; no page shows request or answer.
     */
    readonly post: operations['pushUsageOldest']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v1/license/activate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Activate one license code (激活授权码)
     * @description The seller's server activates a code when the buyer brings it; a seller of License 2.0 must do so, with this version or with the batch. The service counts from the activation, or from `real_effect_time`.
     *     The expiry in the answer is an estimate and is not kept: the query returns the real one. A refusal comes with HTTP 200 too.
     */
    readonly post: operations['activateLicense']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v2/license/activate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Activate several license codes (激活授权码)
     * @description The seller's server activates up to 100 codes at once; it replaces the version of one code.
     *     The answer carries no result by code: `92020020` says that at least one code is not valid, and then none is activated (inferred).
     */
    readonly post: operations['activateLicenses']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v1/license/heartbeat': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Query one license code (查询授权码)
     * @description The seller's server asks for state and validity of a code at the first use of the software on each day; without use there is no call. A seller of License 2.0 must do so, with this version or with the batch. It was called heartbeat (授权码心跳检测) before.
     *     The answer decides: a code that is not `ALIVE` opens nothing, and the software sends the buyer to the store to renew.
     */
    readonly post: operations['queryLicense']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v2/license/heartbeat': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Query several license codes (查询授权码)
     * @description The seller's server asks for several codes at once; it replaces the version of one code.
     *     The page says that this version is a batch and its tables were not seen: request and answer here follow the batch activation and the query of one code (inferred).
     */
    readonly post: operations['queryLicenses']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v2/license/software-usage-info': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Report how the software is used (授权码软件使用统计)
     * @description The seller's server reports, at the first use of each day, which clients or how many of them use the software under a code; without use there is no call.
     *     It must be called for joint-operation licenses (联营License) sold on the public cloud, and may be left out otherwise.
     */
    readonly post: operations['reportSoftwareUsage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/mkp-openapi-public/global/v1/market-event/{event_id}/file': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The store's number of the application, `eventId` of the call `getLicenseAsync` (inferred; both pages call it the store's serial number).
         * @example 5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21
         */
        readonly event_id: string
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Upload the license of an application (字符串文件流上传)
     * @description The seller's server hands over the license that was asked for with `getLicenseAsync`: as text of up to 1,024 characters, or as a file with its SHA-256. The store passes it on to the buyer's client.
     *     HTTP 200 does not mean success: the license or the application may still be refused by the code in the answer.
     *
     *     The body has two parts: `isvUpdateFileReq`, JSON, and for a file `file`. The content type of a multipart body is not among the signed headers; sign the real bytes, or send and sign `X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD`.
     */
    readonly post: operations['uploadEventFile']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/unified-login': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Send a user to the unified login page (统一登录)
     * @description The seller's login button sends the user's browser here; a mobile app embeds the page. The user picks the enterprise and signs in.
     *     The whole address is `https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId={appId}`: `ind` is always `UNOP`, `appId` was given when the application's credential was made (应用凭证).
     *     Both are in the fragment, which a browser keeps to itself; so they are no parameters of this operation, and `x-address` holds the whole.
     *
     *     After the login the browser goes to the application's registered address with `code` and `tenant`. The page takes no `state`: the seller has to guard against a forged login by its own means (inferred).
     *     Chrome's incognito mode is not supported, and Firefox and Android's WebView have to accept cookies of other sites.
     */
    readonly get: operations['openLoginPage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/oauth2/authorize': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Ask a tenant's auth centre for a code (授权)
     * @description The seller's server sends the user's browser here when the application is opened without the unified login page. From the workbench (企业工作台) the workbench itself starts the authorization, and the application receives code and tenant id.
     *     A user who is signed in is sent back at once, another one sees the login page first.
     */
    readonly get: operations['authorize']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/oauth2/token': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Ask a tenant's auth centre for a token (获取或刷新AccessToken)
     * @description The seller's server turns the code of a login into tokens, and later the refresh token into new ones; `grant_type` distinguishes the two.
     *     Domain, client id and secret are looked up by the tenant that came with the code, and are never a setting. The secret is sent in plain text, so it is decrypted first.
     *     An access token is good for 2 hours and a refresh token for 30 days by default; the server renews while the user is active.
     */
    readonly post: operations['requestToken']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/oauth2/userinfo': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Read who signed in (查询用户信息)
     * @description The seller's server asks, with the access token, who the user is, and opens a session of its own for that user.
     *     The user is known from the user sync by `tenant` and `userName`; an answer without `tenant` is read with the tenant that came with the code.
     */
    readonly get: operations['readUserInfo']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/logout': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * End a user's session at the auth centre (登出)
     * @description When the user clicks *exit*, the seller's server ends its own session and sends the browser here, so that the session at the auth centre ends too.
     *     The parameter is `redirect_url`, other than the `redirect_uri` of the authorization.
     */
    readonly get: operations['logOut']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/cas/login': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Ask a tenant's auth centre for a CAS ticket (CAS认证登录)
     * @description An application that signs in by CAS sends the user's browser here; it comes back to `service` with a ticket.
     *     The store's guide does not describe this call; it is the one of the account service behind the auth centre (OneAccess).
     */
    readonly get: operations['casLogin']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/cas/p3/serviceValidate': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Check a CAS ticket and read who signed in (CAS验证票据)
     * @description The seller's server checks the ticket of a CAS 3.0 login at the tenant's auth centre and learns who the user is.
     *     A ticket is good for one check. A refusal comes with HTTP 200 too: read which of the two members is there.
     */
    readonly get: operations['casValidate']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/api/v1/cas/logout': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * End a user's CAS session at the auth centre (CAS注销登录)
     * @description An application that signs in by CAS sends the user's browser here when the user clicks *exit*, after it has ended its own session.
     *     The call is the one of the account service behind the auth centre (OneAccess).
     */
    readonly get: operations['casLogout']
    readonly put?: never
    readonly post?: never
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
     * @description What became of the call. `MKT.0000` is success; the older edition of the same codes begins with `CBC.`. The page prints one of them with a space (`MKT. 0250`).
     * @example MKT.0000
     */
    readonly StoreResultCode: string
    /**
     * @description The result in words; a failure carries its detail.
     * @example Success
     */
    readonly StoreResultMsg: string
    /**
     * Refusal of the store
     * @description A failure that the store itself answers.
     */
    readonly StoreResult: {
      readonly resultCode: components['schemas']['StoreResultCode']
      readonly resultMsg: components['schemas']['StoreResultMsg']
      /** @description More about the failure, with the codes 0100, 0150, 0250, 9001, 9002, 9004 and 9005. No page shows its form, so any value is taken. */
      readonly extra_info?: unknown
    }
    /**
     * Refusal of the API gateway
     * @description A failure of the API gateway in front of the store, such as a bad signature, a clock that is off, or throttling. The form is that of Huawei Cloud's gateway in general (inferred).
     *     For a signature that does not match, `error_msg` may show the canonical request as the gateway built it, with a vertical bar for each line feed.
     */
    readonly GatewayError: {
      /**
       * @description The gateway's code, beginning with APIGW or APIG.
       * @example APIGW.0301
       */
      readonly error_code: string
      /**
       * @description The failure in words.
       * @example Incorrect IAM authentication information: verify signature fail
       */
      readonly error_msg?: string | null
      /**
       * @description The gateway's id of the request; quote it in a support ticket.
       * @example 2b4c7d1f0a9e48d3b6c5a1f2e3d4c5b6
       */
      readonly request_id?: string | null
    }
    /** @description A failure, in the store's form or in the gateway's. */
    readonly StoreRefusal:
      | components['schemas']['StoreResult']
      | components['schemas']['GatewayError']
    /** @description A product of an order line (产品信息). */
    readonly ProductInfo: {
      /**
       * @description Product id (产品ID). Another period kind of the same specification is another product.
       * @example OFFI846204237451911168
       */
      readonly productId: string
      /**
       * @description Specification code (规格ID). A renewal that changes the period kind keeps it.
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode: string
      /**
       * @description Value of the linear attribute, the number of seats for instance (线性值).
       * @example 50
       */
      readonly linearValue?: number | null
      /**
       * @description Product, specification, edition and charging, joined by commas.
       * @example MOCK测试商品,测试规格,基础版,包周期
       */
      readonly productName?: string | null
    }
    /** @description A name and a value. */
    readonly ExtendParam: {
      /**
       * @description Name of the parameter.
       * @example emailDomainName
       */
      readonly name: string
      /**
       * @description What was typed.
       * @example test.example.com
       */
      readonly value?: string | null
    }
    /** @description One line of an order (订单行). The page that lists members and lengths was seen in part: `orderLineId`, `chargingMode` and `expireTime` come from its table, the others from answers of the store. */
    readonly OrderLine: {
      readonly orderLineId: components['schemas']['OrderLineId']
      /**
       * @description How the line is paid: `PERIOD` by month or year (包周期), `ONE_TIME` once (一次性), `ON_DEMAND` pay-per-use (按需), `ON_DEMAND_PKG` package for pay-per-use (按需套餐包).
       *     The list is not closed here.
       * @example PERIOD
       */
      readonly chargingMode: string
      /**
       * @description Unit of the period. Seen as `year`; `month`, and `day` for trials, are inferred from the calls on the seller.
       * @example year
       */
      readonly periodType?: string | null
      /**
       * @description How many units the period has.
       * @example 1
       */
      readonly periodNumber?: number | null
      /**
       * @description When the line expires, `yyyyMMddHHmmss`. One sample reads it as UTC, the store's mock order fits Beijing time better, so 8 hours are in doubt; Koogate reads UTC, and prefers the expiry of a call wherever one was told.
       * @example 20251121235959
       */
      readonly expireTime?: string | null
      /** @description The products of the line; several for pay-per-use, one for each charge item (inferred). */
      readonly productInfo?:
        | readonly components['schemas']['ProductInfo'][]
        | null
      /** @description What the buyer typed for the product's own parameters (扩展参数). */
      readonly extendParams?:
        | readonly components['schemas']['ExtendParam'][]
        | null
      /**
       * @description The original amount as text, in spite of its name; optional, and empty for a refund.
       * @example 100
       */
      readonly currency?: string | null
      /**
       * @description The amount after discount as text, optional and printed with a length of 25; negative for an unsubscription (退订) and for a renewal that is cancelled (退续费).
       * @example 100
       */
      readonly currencyAfterDiscount?: string | null
    }
    /**
     * @description Who bought (买家信息), in plain text. The members are those of an answer of the store; any of them may be `null`. Personal data: encrypt it at rest, keep it out of logs.
     *     Mobile phone and e-mail are there only if the product asks for the buyer's consent (inferred).
     */
    readonly BuyerInfo: {
      /**
       * @description Mobile phone number.
       * @example 18688888888
       */
      readonly mobilePhone?: string | null
      /**
       * @description E-mail address.
       * @example buyer@example.com
       */
      readonly email?: string | null
      /**
       * @description The buyer's Huawei Cloud account id.
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId?: string | null
      /**
       * @description Name of the account.
       * @example mock_user_01
       */
      readonly customerName?: string | null
      /**
       * @description Verified real name (实名).
       * @example 测试用户1
       */
      readonly customerRealName?: string | null
      /**
       * @description Kind of account; what each number means was not found.
       * @example 0
       */
      readonly customerType?: number | null
      /**
       * @description Id of the IAM user below the account.
       * @example 6a1f0c2b9d3e4f5a8b7c6d5e4f3a2b1c
       */
      readonly userId?: string | null
      /**
       * @description Name of the IAM user.
       * @example buyer-operator
       */
      readonly userName?: string | null
    } | null
    /** @description An order (订单). Absent from a failure. */
    readonly OrderInfo: {
      readonly orderId: components['schemas']['OrderId']
      /**
       * @description What the order does: `NEW` new purchase (新购), `TRIAL` trial (试用), `TRIAL_TO_FORMAL` trial to formal (试用转正), `UNSUBSCRIBE` refund (退订), `RENEW` renewal (续费), `CHANGE` change or upgrade (变更).
       *     The list is not closed here, so that a new kind is no reason to refuse an order.
       * @example NEW
       */
      readonly orderType: string
      /**
       * @description When the order was placed, not when it took effect, `yyyyMMddHHmmss`. UTC (inferred from an order id that carries Beijing time).
       * @example 20241121090846
       */
      readonly createTime: string
      /** @description The lines (订单行), at least the one that was asked for. */
      readonly orderLine: readonly components['schemas']['OrderLine'][]
      readonly buyerInfo?: components['schemas']['BuyerInfo']
      /** @description Values that belong to the whole order; seen empty only. */
      readonly extendParams?:
        | readonly components['schemas']['ExtendParam'][]
        | null
    }
    /** @description The answer to the order query. */
    readonly OrderQueryResponse: {
      readonly resultCode: components['schemas']['StoreResultCode']
      readonly resultMsg: components['schemas']['StoreResultMsg']
      readonly orderInfo?: components['schemas']['OrderInfo']
    }
    /**
     * @description A moment, UTC, `yyyyMMdd'T'HHmmss'Z'` (Beijing time less 8 hours).
     * @example 20220809T080000Z
     */
    readonly UsageTime: string
    /**
     * @description How much was used, more than 0, at most 4 decimals; a string in every sample, and always sent as one.
     *     The bound is that of the strictest edition, 17 characters, which is also what 12 digits and 4 decimals need.
     *     `Double(12,4)` is twelve digits in all, so at most 99,999,999.9999: send no more.
     * @example 99
     */
    readonly UsageValue: string
    /** @description One record of usage (话单). Within one instance a pair of begin and end is sent once only; a second record of it is abnormal. */
    readonly UsageRecord: {
      /**
       * @description The pay-per-use instance (按需实例) that the seller named at the purchase; never the instance of a package.
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly instance_id: string
      /** @description When the record was made, UTC. */
      readonly record_time: components['schemas']['UsageTime']
      /** @description Begin of the metered time, UTC; not before the resource was opened, and within the last 21 days. */
      readonly begin_time: components['schemas']['UsageTime']
      /** @description End of the metered time, UTC; not before its begin, not after the moment of sending, not after the resource was closed. */
      readonly end_time: components['schemas']['UsageTime']
      readonly usage_value: components['schemas']['UsageValue']
      /**
       * @description The seller's own id of the record (话单唯一标识), kept over every attempt. It makes a repeat a repeat.
       * @example 0f8a6a3e-1d3f-4d0a-9d57-3c6f2d9b7e11
       */
      readonly metering_sn: string
      /**
       * @description The package instance that this usage draws from; needed for packages that stop when used up (用完即停套餐包), and only there.
       * @example 5d0c7f5e-2f4b-4c33-a0a7-9b1e6f0c2d84
       */
      readonly relate_pkg_instance?: string
    }
    /** @description The usage of one or several instances. */
    readonly UsagePushRequest: {
      /** @description The records. The tables of codes of the order query and of older editions print 100 as the limit; a refusal with `9003` says that the lower one holds. */
      readonly usage_records: readonly components['schemas']['UsageRecord'][]
    }
    /**
     * @description What became of the call. Success is `MKT.0000` for usage, `CBC.0000` for the file upload, `92020000` for licenses. Other codes may appear at any time and count as another error.
     * @example MKT.0000
     */
    readonly StoreErrorCode: string
    /**
     * @description The result in words; a refusal carries its detail. The gateway may echo the canonical request here.
     * @example success
     */
    readonly StoreErrorMsg: string | null
    /** @description The envelope of every open API but the order query, of a success and of a refusal. The gateway answers in the same form, with a `request_id`. */
    readonly OpenApiResult: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      /**
       * @description The gateway's id of the request; quote it in a support ticket. The form is that of Huawei Cloud's gateway in general.
       * @example 2b4c7d1f0a9e48d3b6c5a1f2e3d4c5b6
       */
      readonly request_id?: string | null
    }
    /**
     * @description One rejected record. The page says that it carries a record-level code (话单级错误码) and a description of up to 255 characters; the names of its members were not seen.
     *     The names here follow the call's own; a reader takes the member that holds a three-digit code.
     */
    readonly AbnormalUsageData: {
      /**
       * @description The instance of the record.
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly instance_id?: string | null
      /**
       * @description The seller's id of the record.
       * @example 0f8a6a3e-1d3f-4d0a-9d57-3c6f2d9b7e11
       */
      readonly metering_sn?: string | null
      /**
       * @description The record-level code, `001` to `013`; see the description of this document.
       * @example 010
       */
      readonly error_code?: string | null
      /**
       * @description The failure in words.
       * @example duplicate record
       */
      readonly error_msg?: string | null
    }
    /** @description The records that were rejected (异常话单). */
    readonly AbnormalUsageDataInfo: {
      /** @description One entry for each rejected record, at most 1,000. */
      readonly abnormal_usage_data?:
        | readonly components['schemas']['AbnormalUsageData'][]
        | null
    } | null
    /** @description The answer to a usage push. A success may still name records that were rejected, so the list is always read. */
    readonly UsagePushResponse: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      /** @description The rejected records. The newer edition has this member, its name was not seen. */
      readonly data?: components['schemas']['AbnormalUsageDataInfo']
    }
    /** @description One record of the old push. It has no id of its own, so only instance, begin and end distinguish two records. */
    readonly OldUsageRecord: {
      /**
       * @description The pay-per-use instance (按需实例).
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly instance_id: string
      /**
       * @description The product of the instance (产品ID).
       * @example 00301-666666-0--0
       */
      readonly product_id: string
      /** @description When the record was made, UTC. */
      readonly record_time: components['schemas']['UsageTime']
      /** @description Begin of the metered time, UTC. */
      readonly begin_time: components['schemas']['UsageTime']
      /** @description End of the metered time, UTC. */
      readonly end_time: components['schemas']['UsageTime']
      readonly usage_value: components['schemas']['UsageValue']
      /**
       * @description The package instance that this usage draws from.
       * @example 5d0c7f5e-2f4b-4c33-a0a7-9b1e6f0c2d84
       */
      readonly relate_pkg_instance?: string
    }
    /** @description The usage of one or several instances, in the old form. */
    readonly OldUsagePushRequest: {
      /** @description The records. */
      readonly usage_records: readonly components['schemas']['OldUsageRecord'][]
    }
    /** @description One record of the oldest push. */
    readonly OldestUsageRecord: {
      /**
       * @description The pay-per-use instance (按需实例).
       * @example 7f141bf1-aec8-4859-8323-fb3a8ad50721
       */
      readonly instanceId: string
      /** @description When the record was made, UTC. */
      readonly recordTime: components['schemas']['UsageTime']
      /** @description Begin of the metered time, UTC. */
      readonly beginTime: components['schemas']['UsageTime']
      /** @description End of the metered time, UTC. */
      readonly endTime: components['schemas']['UsageTime']
      /**
       * @description The value of each usage factor (使用量因子), by its name, as a string.
       * @example {
       *       "times": "3524"
       *     }
       */
      readonly usageEntity: {
        readonly [key: string]: components['schemas']['UsageValue']
      }
    }
    /** @description The usage of one or several instances, in the oldest form. No page shows it any more; it is known from sellers' programs of 2018. */
    readonly OldestUsagePushRequest: {
      /** @description The records. No limit is known. */
      readonly usageRecords: readonly components['schemas']['OldestUsageRecord'][]
    }
    /** @description The answer to the oldest push. No page shows its members. */
    readonly OldestUsagePushResponse: Record<string, never>
    /**
     * @description The authorisation code (授权码), made by the store, one for each license that was bought.
     * @example PL20230523000001
     */
    readonly LicenseCode: string
    /**
     * Format: store-time
     * @description When the service was really delivered and began, UTC, `yyyyMMddHHmmss`; not before the order. Defaults to the moment of activation.
     * @example 20260102153555
     */
    readonly RealEffectTime: string
    /** @description One code to activate. */
    readonly ActivateLicenseRequest: {
      readonly license: components['schemas']['LicenseCode']
      readonly real_effect_time?: components['schemas']['RealEffectTime']
    }
    /** @description What `license_code_info` holds once it is parsed. */
    readonly LicenseCodeInfo: {
      /**
       * @description State of the code, `ALIVE` after an activation.
       * @example ALIVE
       */
      readonly status?: string | null
      /**
       * @description Expiry, `yyyyMMddHHmmss`; an estimate, not to be kept. The query returns the real one.
       * @example 20230726121646
       */
      readonly expire_time?: string | null
      /**
       * @description Product id (产品ID).
       * @example 12345
       */
      readonly product_id?: string | null
      /**
       * @description Order id (订单ID).
       * @example CS123
       */
      readonly order_id?: string | null
      /**
       * @description Value of the quantity attribute (数量).
       * @example 2
       */
      readonly amount?: number | string | null
    }
    /** @description The code as the store keeps it; there only after a success. */
    readonly ActivatedLicense: {
      /**
       * @description An object as JSON text.
       * @example {"status":"ALIVE","expire_time":"20230726121646","product_id":"12345","amount":2,"order_id":"CS123"}
       */
      readonly license_code_info?: string | null
    } | null
    /** @description The answer to an activation of one code. */
    readonly ActivateLicenseResponse: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      readonly data?: components['schemas']['ActivatedLicense']
    }
    /** @description Up to 100 codes to activate at once. */
    readonly ActivateLicensesRequest: {
      /** @description The codes. One that is not valid spoils the whole call with `92020020` (inferred). */
      readonly license_list: readonly components['schemas']['LicenseCode'][]
      readonly real_effect_time?: components['schemas']['RealEffectTime']
    }
    /**
     * @deprecated
     * @description Who uses the software. Deprecated, the store has retired it (已日落); usage is reported by the software usage statistics. Programs that send it go on working.
     */
    readonly HeartbeatInfo: {
      /**
       * @description The end user or device in the seller's software, an account or device number. The table prints the name with a space in it, the sample without.
       * @example myaccount1
       */
      readonly thirdPartyAccount: string
      /**
       * @description IP address of the client.
       * @example 192.168.1.51
       */
      readonly ip?: string
    }
    /** @description One code to query. */
    readonly QueryLicenseRequest: {
      readonly license: components['schemas']['LicenseCode']
      readonly heartbeatInfo?: components['schemas']['HeartbeatInfo']
    }
    /** @description State and validity of a code (授权码信息). The store may add members; those after `activate_time` were not seen. */
    readonly LicenseInfo: {
      readonly license_code: components['schemas']['LicenseCode']
      /**
       * @description In use (正常), expired (过期) or released (已释放). This decides whether the software may run.
       * @example ALIVE
       * @enum {string}
       */
      readonly status: 'ALIVE' | 'EXPIRED' | 'RELEASED'
      /**
       * @description When the code was activated. Form and length were not seen, yyyyMMddHHmmss is likely.
       * @example 20220726121646
       */
      readonly activate_time?: string | null
      /**
       * @description The real expiry. The page says that it is answered; name and form are those of the activation (inferred).
       * @example 20230726121646
       */
      readonly expire_time?: string | null
    }
    /** @description The answer to the query of one code. */
    readonly QueryLicenseResponse: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      /** @description The code as the store keeps it; there only after a success. */
      readonly data?: components['schemas']['LicenseInfo'] | null
    }
    /** @description Several codes to query at once. The page says that this version is a batch; its table was not seen, so the form is that of the batch activation (inferred). */
    readonly QueryLicensesRequest: {
      /** @description The codes (inferred). */
      readonly license_list: readonly components['schemas']['LicenseCode'][]
    }
    /** @description The answer to the query of several codes. */
    readonly QueryLicensesResponse: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      /** @description The codes as the store keeps them. The table was not seen; a list is likely, any value is taken. */
      readonly data?:
        | readonly components['schemas']['LicenseInfo'][]
        | (
            | {
                readonly [key: string]: unknown
              }
            | string
            | null
          )
    }
    /**
     * One client
     * @description One client that used the software; the store counts how many different ones there are.
     */
    readonly SoftwareUsageClient: {
      /**
       * @description What the client signs in as, an account or device number (客户端登录标识).
       * @example account1
       */
      readonly id: string
    }
    /**
     * The number of clients
     * @description How many clients used the software, counted by the seller.
     */
    readonly SoftwareUsageTotal: {
      /**
       * @description How many clients were active on this day in all (当日总计活跃客户端数量).
       * @example 100
       */
      readonly active_num: number
    }
    /** @description One client, or the number of clients; exactly one of the two is sent. */
    readonly SoftwareUsageInfo:
      | components['schemas']['SoftwareUsageClient']
      | components['schemas']['SoftwareUsageTotal']
    /** @description The usage of one code. */
    readonly LicenseUsage: {
      readonly license: components['schemas']['LicenseCode']
      /** @description The clients, one by one, or their number. The name is written with a capital I. */
      readonly software_usage_Info: readonly components['schemas']['SoftwareUsageInfo'][]
    }
    /** @description How many clients used the software, by code. */
    readonly SoftwareUsageRequest: {
      /** @description One entry for each code. */
      readonly usage_info: readonly components['schemas']['LicenseUsage'][]
    }
    /** @description The answer to the software usage statistics. */
    readonly SoftwareUsageResponse: {
      readonly error_code: components['schemas']['StoreErrorCode']
      readonly error_msg?: components['schemas']['StoreErrorMsg']
      /** @description Holds what did not pass the check. The page names a member that begins with `check_fail_`; the rest of its name and its form were not seen, so any value is taken. */
      readonly data?: unknown
    }
    /**
     * CHARACTERS
     * @description The license is a text of up to 1,024 characters (字符串上传).
     */
    readonly EventCharacters: {
      /**
       * @description A text is uploaded. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly type: 'CHARACTERS'
      /**
       * @description The license text.
       * @example eyJsaWNlbnNlIjoiQUJDRC0xMjM0In0.MEUCIQDn
       */
      readonly characters: string
    }
    /**
     * FILE
     * @description The license is a file, sent as the part `file` (文件流上传).
     */
    readonly EventFile: {
      /**
       * @description A file is uploaded. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly type: 'FILE'
      /**
       * @description Name of the file (inferred to be in this part).
       * @example license.lic
       */
      readonly file_name: string
      /**
       * @description SHA-256 of the file, lower-case hex.
       * @example 350fafaffdba2a628e355b0174e90b05dba6b337b318629bce1d8ec063ebe1cd
       */
      readonly sha256: string
    }
    /** @description What is uploaded, distinguished by `type`. */
    readonly EventFileDescription:
      | components['schemas']['EventCharacters']
      | components['schemas']['EventFile']
    /** @description The license of an application, as text or as a file. The layout of the text variant is not shown; its one part is inferred. */
    readonly EventFileRequest: {
      readonly isvUpdateFileReq: components['schemas']['EventFileDescription']
      /**
       * Format: binary
       * @description The bytes of the file; goes with type `FILE`. The part names its file. Neither size nor kind of file is bounded by the documents, but a signed body is at most 12 MB.
       * @example TElDRU5TRS0xCg==
       */
      readonly file?: string
    }
    /**
     * @description The application's id at this tenant's auth centre, `clientId` of the application sync. It differs by tenant.
     * @example mqKpBq7hLcNcOaNd0cJ0AXYkuRZ7iLTv
     */
    readonly ClientId: string
    /** @description A refusal of the auth centre. */
    readonly OauthError: {
      /**
       * @description The kind of refusal, such as `invalid_grant`, `invalid_client` or `unauthorized`.
       * @example invalid_grant
       */
      readonly error: string
      /**
       * @description The refusal in words.
       * @example Invalid authorization code
       */
      readonly error_description?: string | null
    }
    /**
     * @description The secret that belongs to the client id, in plain text; the application sync delivers it encrypted. No length is documented.
     * @example 7h0Q2mJYc9bS4xT1vZ8eN3kR6wL5pD0a
     */
    readonly ClientSecret: string
    /**
     * authorization_code
     * @description The code of a login for the first token (获取AccessToken).
     */
    readonly CodeGrant: {
      readonly client_id: components['schemas']['ClientId']
      readonly client_secret: components['schemas']['ClientSecret']
      /**
       * @description The code of the redirect, used once. No length is documented.
       * @example z2D8k1Vq
       */
      readonly code: string
      /**
       * @description What the token is asked for with. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly grant_type: 'authorization_code'
      /**
       * Format: uri
       * @description The registered callback address (回调地址); if it is sent, the one of the authorization.
       * @example https://app.example.com/sso/callback
       */
      readonly redirect_uri?: string
    }
    /**
     * refresh_token
     * @description The refresh token for a new pair of tokens (刷新AccessToken).
     */
    readonly RefreshGrant: {
      readonly client_id: components['schemas']['ClientId']
      readonly client_secret: components['schemas']['ClientSecret']
      /**
       * @description What the token is asked for with. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly grant_type: 'refresh_token'
      /**
       * @description The refresh token of the last answer. No length is documented.
       * @example 2YotnFZFEjr1zCsicMWpAA
       */
      readonly refresh_token: string
    }
    /** @description What the token is asked for with, distinguished by `grant_type`. */
    readonly TokenRequest:
      | components['schemas']['CodeGrant']
      | components['schemas']['RefreshGrant']
    /** @description The tokens of a user. */
    readonly TokenResponse: {
      /**
       * @description The access token, good for 2 hours by default. No length is documented.
       * @example SlAV32hkKG
       */
      readonly access_token: string
      /**
       * @description How the token is sent.
       * @example Bearer
       * @constant
       */
      readonly token_type: 'Bearer'
      /**
       * @description How many seconds the access token is good for; a number on one page, a string on another.
       * @example 7200
       */
      readonly expires_in: number | string
      /**
       * @description What was granted, `get_user_info`.
       * @example get_user_info
       */
      readonly scope?: string | null
      /**
       * @description The refresh token, good for 30 days by default and longer than the access token. One sample lacks it.
       * @example 2YotnFZFEjr1zCsicMWpAA
       */
      readonly refresh_token?: string | null
    }
    /**
     * @description Who signed in. Only `userName` and `name` can be counted on; the two samples share no other member.
     *     A user is the same one by `tenant` and `userName` together: a user name is unique within its tenant only. Personal data: encrypt it at rest, keep it out of logs.
     */
    readonly UserInfo: {
      /**
       * @description Id of the user.
       * @example 20201029190841785-CB37-8BD36B
       */
      readonly id?: string | null
      /**
       * @description Id of the user.
       * @example 20201029190841785-CB37-8BD36B
       */
      readonly userId?: string | null
      /**
       * @description The account, equal to `userName` of the user sync (联营账号).
       * @example zhangsan
       */
      readonly userName: string
      /**
       * @description Real name or nickname.
       * @example 张三
       */
      readonly name: string
      /**
       * @description E-mail address.
       * @example 123@example.com
       */
      readonly email?: string | null
      /**
       * @description Mobile phone number.
       * @example 12345678901
       */
      readonly mobile?: string | null
      /**
       * @description `user`, or `admin` for an administrator of the enterprise.
       * @example user
       */
      readonly role?: string | null
      /**
       * @description Name of the user's department.
       * @example 开发部
       */
      readonly organizationName?: string | null
      /**
       * @description Code of the department, equal to `orgCode` of the department sync.
       * @example 10000
       */
      readonly organizationCode?: string | null
      /**
       * @description Name of the tenant.
       * @example huaweitest
       */
      readonly projectName?: string | null
      /**
       * @description Tenant id, equal to `tenantId` of the tenant sync.
       * @example 34a59a26e6a24071a9cc7a0526440171
       */
      readonly tenant?: string | null
      /**
       * @description Login name, on the page of the workbench only.
       * @example zhangsan
       */
      readonly accName?: string | null
      /**
       * @description Login name, on the page of the workbench only.
       * @example zhangsan
       */
      readonly loginName?: string | null
    }
    /** @description What the ticket says about the user and the login. */
    readonly CasAttributes: {
      /**
       * @description When the user signed in.
       * @example 2020-02-11T09:28:14.987Z
       */
      readonly authenticationDate?: string | number | null
      /**
       * @description Whether the user was remembered.
       * @example false
       */
      readonly longTermAuthenticationRequestTokenUsed?: boolean | string | null
      /**
       * @description Whether the user signed in for this ticket.
       * @example true
       */
      readonly isFromNewLogin?: boolean | string | null
      /**
       * @description `user`, or `admin` for an administrator of the enterprise.
       * @example user
       */
      readonly role?: string | null
      /**
       * @description Code of the department, equal to `orgCode` of the department sync.
       * @example 10000
       */
      readonly organizationCode?: string | null
      /**
       * @description Real name.
       * @example 张三
       */
      readonly name?: string | null
      /**
       * @description The account, equal to `userName` of the user sync.
       * @example zhangsan
       */
      readonly userName?: string | null
      /**
       * @description Tenant id, equal to `tenantId` of the tenant sync.
       * @example 34a59a26e6a24071a9cc7a0526440171
       */
      readonly tenant?: string | null
    } | null
    /** @description The ticket holds. */
    readonly CasSuccess: {
      /**
       * @description The user as CAS names it.
       * @example zhangsan
       */
      readonly user: string
      readonly attributes?: components['schemas']['CasAttributes']
    } | null
    /** @description The ticket does not hold. The form is that of the account service behind the store (OneAccess). */
    readonly CasFailure: {
      /**
       * @description The kind of refusal.
       * @example INVALID_TICKET
       */
      readonly code?: string | null
      /**
       * @description The refusal in words.
       * @example the ticket provided was not valid
       */
      readonly description?: string | null
    } | null
    /** @description The result of a ticket check, as JSON. The store's page names the members; their place in JSON is that of the account service behind it (OneAccess). */
    readonly CasResponse: {
      /** @description Either the success or the failure is there; the other one is missing or `null`. */
      readonly serviceResponse: {
        readonly authenticationSuccess?: components['schemas']['CasSuccess']
        readonly authenticationFailure?: components['schemas']['CasFailure']
      }
    }
    /** @description The result of a ticket check as XML, in the namespace `http://www.yale.edu/tp/cas`, with the same members. */
    readonly CasDocument: string
  }
  responses: {
    /** @description Any other answer, most often of the API gateway. */
    readonly OtherFailure: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['OpenApiResult']
      }
    }
    /** @description The auth centre refuses. An answer of 403 means that domain, client id and secret do not belong together. */
    readonly AuthFailure: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['OauthError']
      }
    }
  }
  parameters: {
    /**
     * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
     * @example 20220726T064736Z
     */
    readonly SdkDate: string
    /**
     * @description When the usage is sent, in milliseconds since 1970. Part of what the usage signature signs.
     * @example 1709690865879
     */
    readonly UsageTimestamp: string
    /**
     * @description Random text of this call, from a secure source, used once. Part of what the usage signature signs.
     * @example 6c63c221-1f6b-4141-8ff4-22f5dfe82b65
     */
    readonly UsageNonce: string
    /**
     * @description The address that takes the ticket, URL-encoded; equal to the callback address in the application's CAS settings. The store's sample appends the tenant to it.
     * @example https://app.example.com/sso/cas?tenant=34a59a26e6a24071a9cc7a0526440171
     */
    readonly CasService: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly queryOrder: {
    readonly parameters: {
      readonly query: {
        /** @description The order to read. */
        readonly orderId: components['schemas']['OrderId']
        /** @description One line of the order. Left out, the answer carries every line. */
        readonly orderLineId?: components['schemas']['OrderLineId']
      }
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The order. Read `resultCode` all the same. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OrderQueryResponse']
        }
      }
      /** @description A parameter is unknown, missing or wrong. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreRefusal']
        }
      }
      /** @description The order is not the caller's, the caller is not a seller, or the gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreRefusal']
        }
      }
      /** @description Called too often. */
      readonly 406: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreRefusal']
        }
      }
      /** @description An input that does not validate (`0100`), or an error of the store (`0999`). Only the code distinguishes them. */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreRefusal']
        }
      }
      /** @description Any other answer, most often of the API gateway. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreRefusal']
        }
      }
    }
  }
  readonly pushUsage: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the usage is sent, in milliseconds since 1970. Part of what the usage signature signs.
         * @example 1709690865879
         */
        readonly ts: components['parameters']['UsageTimestamp']
        /**
         * @description Random text of this call, from a secure source, used once. Part of what the usage signature signs.
         * @example 6c63c221-1f6b-4141-8ff4-22f5dfe82b65
         */
        readonly nonce: components['parameters']['UsageNonce']
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; the bytes sent are the bytes signed, members in the order of their names. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UsagePushRequest']
      }
    }
    readonly responses: {
      /** @description The call was taken. Read `error_code`, then the list of rejected records. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsagePushResponse']
        }
      }
      /** @description A parameter is missing or wrong, or the usage signature does not hold. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The product is not the caller's, the caller is not a seller, or the gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description Records that are refused (`0100`, `9001` to `9004`), or an error of the store (`0999`, `94060001`). Only the code distinguishes them. */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly pushUsageOld: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OldUsagePushRequest']
      }
    }
    readonly responses: {
      /** @description The call was taken; read `error_code`. Records are checked afterwards. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UsagePushResponse']
        }
      }
      /** @description A parameter is missing or wrong. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The product is not the caller's, the caller is not a seller, or the gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description Records that are refused (`0100`, `9001` to `9004`), or an error of the store (`0999`). Only the code distinguishes them. */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly pushUsageOldest: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path: {
        /**
         * @description The seller's partner id (合作伙伴ID). No length is documented.
         * @example 3a1f5d7c9b2e4f60
         */
        readonly partner_id: string
      }
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OldestUsagePushRequest']
      }
    }
    readonly responses: {
      /** @description The answer, of unknown form. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OldestUsagePushResponse']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly activateLicense: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ActivateLicenseRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ActivateLicenseResponse']
        }
      }
      /** @description The body is not JSON, or a parameter does not fit. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly activateLicenses: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ActivateLicensesRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The body is not JSON, or a parameter does not fit. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly queryLicense: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['QueryLicenseRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['QueryLicenseResponse']
        }
      }
      /** @description The body is not JSON, or a parameter does not fit. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly queryLicenses: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['QueryLicensesRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['QueryLicensesResponse']
        }
      }
      /** @description The body is not JSON, or a parameter does not fit. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly reportSoftwareUsage: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SoftwareUsageRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SoftwareUsageResponse']
        }
      }
      /** @description The body is not JSON, or a parameter does not fit. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly uploadEventFile: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /**
         * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
         * @example 20220726T064736Z
         */
        readonly 'X-Sdk-Date': components['parameters']['SdkDate']
      }
      readonly path: {
        /**
         * @description The store's number of the application, `eventId` of the call `getLicenseAsync` (inferred; both pages call it the store's serial number).
         * @example 5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21
         */
        readonly event_id: string
      }
      readonly cookie?: never
    }
    /** @description One part of JSON, and one of bytes for a file. */
    readonly requestBody: {
      readonly content: {
        readonly 'multipart/form-data': components['schemas']['EventFileRequest']
      }
    }
    readonly responses: {
      /** @description The answer, a refusal of the license too; read `error_code`. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description A parameter is wrong. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The gateway refused the signature. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description The caller may not do this. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      /** @description An error of the store. */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OpenApiResult']
        }
      }
      readonly default: components['responses']['OtherFailure']
    }
  }
  readonly openLoginPage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The login page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'text/html': string
        }
      }
      /** @description The user signed in. */
      readonly 302: {
        headers: {
          /**
           * @description The registered address, with the code, good for one token call, and the tenant id.
           * @example https://app.example.com?code=z2D8k1Vq&tenant=34a59a26e6a24071a9cc7a0526440171
           */
          readonly Location: string
          readonly [name: string]: unknown
        }
        content?: never
      }
    }
  }
  readonly authorize: {
    readonly parameters: {
      readonly query: {
        /** @description The application's client id at this tenant. */
        readonly client_id: components['schemas']['ClientId']
        /**
         * @description The registered callback address (回调地址).
         * @example https://app.example.com/sso/callback
         */
        readonly redirect_uri: string
        /**
         * @description What is asked for.
         * @example code
         */
        readonly response_type: 'code'
        /**
         * @description What is to be granted. Defaults to `get_user_info`.
         * @example get_user_info
         */
        readonly scope?: string
        /**
         * @description Letters and digits of the seller's choice, returned as they are; they bind the answer to the user's session.
         * @example 9f8d7c6b5a4
         */
        readonly state?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description To the callback address with the code, or to the login page. */
      readonly 302: {
        headers: {
          /**
           * @description The callback address with `code` and `state`, or the address of the login page.
           * @example https://app.example.com/sso/callback?code=z2D8k1Vq&state=9f8d7c6b5a4
           */
          readonly Location: string
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['AuthFailure']
    }
  }
  readonly requestToken: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description A form, distinguished by `grant_type`. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRequest']
      }
    }
    readonly responses: {
      /** @description The tokens. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['TokenResponse']
        }
      }
      /** @description The code, the refresh token or the client is refused. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OauthError']
        }
      }
      /** @description Any other answer. `invalid_client` comes with a status that is not documented; 403 means that domain, client id and secret do not belong together. */
      readonly default: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OauthError']
        }
      }
    }
  }
  readonly readUserInfo: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The user. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['UserInfo']
        }
      }
      /** @description The access token is missing, wrong or past its time. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['OauthError']
        }
      }
      readonly default: components['responses']['AuthFailure']
    }
  }
  readonly logOut: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Where the browser goes afterwards, URL-encoded. Defaults to the login page.
         * @example https://app.example.com
         */
        readonly redirect_url?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The session has ended. */
      readonly 302: {
        headers: {
          /**
           * @description The address of `redirect_url`, or of the login page.
           * @example https://app.example.com
           */
          readonly Location: string
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['AuthFailure']
    }
  }
  readonly casLogin: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The address that takes the ticket, URL-encoded; equal to the callback address in the application's CAS settings. The store's sample appends the tenant to it.
         * @example https://app.example.com/sso/cas?tenant=34a59a26e6a24071a9cc7a0526440171
         */
        readonly service: components['parameters']['CasService']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The user signed in, now or before. */
      readonly 302: {
        headers: {
          /**
           * @description The address of `service` with the ticket, good for one check.
           * @example https://app.example.com/sso/cas?tenant=34a59a26e6a24071a9cc7a0526440171&ticket=ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALNSK
           */
          readonly Location: string
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['AuthFailure']
    }
  }
  readonly casValidate: {
    readonly parameters: {
      readonly query: {
        /**
         * @description The address that takes the ticket, URL-encoded; equal to the callback address in the application's CAS settings. The store's sample appends the tenant to it.
         * @example https://app.example.com/sso/cas?tenant=34a59a26e6a24071a9cc7a0526440171
         */
        readonly service: components['parameters']['CasService']
        /**
         * @description The ticket that came with the redirect. No length is documented.
         * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALNSK
         */
        readonly ticket: string
        /**
         * @description Form of the answer. Defaults to JSON by the store's page and to XML by the one of the account service, so it is always sent.
         * @example JSON
         */
        readonly format?: 'JSON' | 'XML'
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Who signed in, or why the ticket is refused. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['CasResponse']
          readonly 'application/xml': components['schemas']['CasDocument']
        }
      }
      readonly default: components['responses']['AuthFailure']
    }
  }
  readonly casLogout: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description Where the browser goes afterwards; equal to the callback address in the application's CAS settings. Defaults to the login page.
         * @example https://app.example.com/sso/cas
         */
        readonly service?: string
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The session has ended. */
      readonly 302: {
        headers: {
          /**
           * @description The address of `service`, or of the login page.
           * @example https://app.example.com/sso/cas
           */
          readonly Location: string
          readonly [name: string]: unknown
        }
        content?: never
      }
      readonly '4XX': components['responses']['AuthFailure']
    }
  }
}
