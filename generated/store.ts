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
       * @description When the line expires, `yyyyMMddHHmmss`. UTC (inferred from a sample that ends a Beijing day).
       * @example 20251121235959
       */
      readonly expireTime?: string | null
      /** @description The products of the line; several for pay-per-use, one for each charge item (inferred). */
      readonly productInfo?:
        readonly components['schemas']['ProductInfo'][] | null
      /** @description What the buyer typed for the product's own parameters (扩展参数). */
      readonly extendParams?:
        readonly components['schemas']['ExtendParam'][] | null
      /**
       * @description The original amount as text, in spite of its name (inferred). No page tells it.
       * @example 100
       */
      readonly currency?: string | null
      /**
       * @description The amount after discount as text (inferred). No page tells it.
       * @example 100
       */
      readonly currencyAfterDiscount?: string | null
    }
    /**
     * @description Who bought (买家信息), in plain text. The members are those of an answer of the store; any of them may be `null`. Personal data: encipher it at rest, keep it out of logs.
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
        readonly components['schemas']['ExtendParam'][] | null
    }
    /** @description The answer to the order query. */
    readonly OrderQueryResponse: {
      readonly resultCode: components['schemas']['StoreResultCode']
      readonly resultMsg: components['schemas']['StoreResultMsg']
      readonly orderInfo?: components['schemas']['OrderInfo']
    }
  }
  responses: never
  parameters: {
    /**
     * @description When the call is signed, UTC, `yyyyMMdd'T'HHmmss'Z'`. It is a signed header; the gateway refuses more than 15 minutes of difference from its own clock.
     * @example 20220726T064736Z
     */
    readonly SdkDate: string
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
      /** @description An input that does not validate (`0100`), or an error of the store (`0999`). Only the code tells them apart. */
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
}
