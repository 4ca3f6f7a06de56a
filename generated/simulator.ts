// Made from openapi/ by npm run generate; edit the contract instead.
export interface paths {
  readonly '/simulator/v1/store': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Read everything there is in the store
     * @description The page, or a test, reads the whole store at once. With `after` the answer waits until something has changed, so that a page that asks again and again shows everything as it happens.
     */
    readonly get: operations['viewStore']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/actions': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Do what a buyer or the store does
     * @description A test, a person at the page or `koogate trigger` makes something happen, and the store calls the seller about it. The answer comes after the first attempt of each call; what failed is repeated as the clock goes on.
     */
    readonly post: operations['act']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/clock': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Let the clock run, or stop it
     * @description A test or a person lets the clock go on with real time, or has it stand still, so that nothing happens by itself.
     */
    readonly put: operations['setClock']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/clock/advance': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Let the clock jump
     * @description A test or a person lets time pass. Whatever falls due on the way is done in its order, calls on the seller included, before the answer comes.
     */
    readonly post: operations['advanceClock']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/products': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the products
     * @description A test reads the products and how they stand in the dial test.
     */
    readonly get: operations['listProducts']
    readonly put?: never
    /**
     * Put a product on sale
     * @description A test or a person puts a product on sale (发布商品). Its URL lies below a registered address.
     */
    readonly post: operations['createProduct']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/products/{product}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The product.
         * @example p-1
         */
        readonly product: components['parameters']['PathStoreProduct']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    /**
     * Change a product, or take it off sale
     * @description A test or a person changes a listed product: its name, its address, its public key, or its state.
     */
    readonly patch: operations['changeProduct']
    readonly trace?: never
  }
  readonly '/simulator/v1/products/{product}/cases': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The product.
         * @example p-1
         */
        readonly product: components['parameters']['PathStoreProduct']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Debug a product and save its cases
     * @description A test or a person sends every sample call of the documents with `testFlag` 1, and saves those that are answered rightly as debug cases (调测并保存用例), which the dial test replays. The first that is not answered rightly ends it.
     */
    readonly post: operations['saveCases']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/buyers': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the buyers
     * @description A test reads who can buy.
     */
    readonly get: operations['listBuyers']
    readonly put?: never
    /**
     * Add a buyer
     * @description A test or a person adds a buyer, who is invented.
     */
    readonly post: operations['createBuyer']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/enterprises': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the enterprises of buyers
     * @description A test reads the enterprises, with their departments and accounts.
     */
    readonly get: operations['listEnterprises']
    readonly put?: never
    /**
     * Add an enterprise
     * @description A test or a person adds an enterprise of a buyer, with departments and accounts that are invented.
     */
    readonly post: operations['createEnterprise']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/instances': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the instances
     * @description A test reads what buyers have.
     */
    readonly get: operations['listStoreInstances']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/instances/{instance}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
         * @example r-1
         */
        readonly instance: components['parameters']['PathStoreInstance']
      }
      readonly cookie?: never
    }
    /**
     * Read an instance and what happened to it
     * @description A test reads one instance with its timeline.
     */
    readonly get: operations['getStoreInstance']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/orders': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the orders
     * @description A test reads the orders (订单) of the store.
     */
    readonly get: operations['listStoreOrders']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/orders/{orderId}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The order (订单号).
         * @example CS2611261000B4LVS
         */
        readonly orderId: components['parameters']['PathStoreOrderId']
      }
      readonly cookie?: never
    }
    /**
     * Read an order
     * @description A test reads one order; the order query of the open APIs shows the seller more of it.
     */
    readonly get: operations['getStoreOrder']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/messages': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the calls on the seller
     * @description A test reads the messages (生产接口消息), each with its attempts and what the store finds wrong.
     */
    readonly get: operations['listStoreMessages']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/messages/{message}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example m-12
         */
        readonly message: components['parameters']['PathStoreMessage']
      }
      readonly cookie?: never
    }
    /**
     * Read a call on the seller
     * @description A test reads one message.
     */
    readonly get: operations['getStoreMessage']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/messages/{message}/restart': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example m-12
         */
        readonly message: components['parameters']['PathStoreMessage']
      }
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * Send a call on the seller once more
     * @description A person restarts a message (重新启动), as in the console: during its window and after it. The answer comes after the attempt.
     */
    readonly post: operations['restartMessage']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/addresses': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * List the registered addresses
     * @description A test reads the addresses and which keys are bound to them.
     */
    readonly get: operations['listAddresses']
    readonly put?: never
    /**
     * Register an address of the seller
     * @description A test or a person registers the main domain of a server (生产地址管理).
     */
    readonly post: operations['registerAddress']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/addresses/{address}/keys/{type}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the registered address.
         * @example main
         */
        readonly address: components['parameters']['PathStoreAddress']
        /**
         * @description The interface type.
         * @example basic
         */
        readonly type: components['parameters']['PathKeyType']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Bind an access key to an interface type
     * @description A test or a person binds a key, given or new. The console warns of it: what is on sale is called with the new one at once.
     */
    readonly put: operations['putKey']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/faults/{fault}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The fault.
         * @example duplicate
         */
        readonly fault: components['parameters']['PathFault']
      }
      readonly cookie?: never
    }
    readonly get?: never
    /**
     * Play a fault at the next calls
     * @description A test or a person turns a fault on for a number of calls, or off.
     */
    readonly put: operations['setFault']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/simulator/v1/state': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Download the state
     * @description A person keeps the whole state as a file, which `koogate store --state` starts from. It holds the access keys.
     */
    readonly get: operations['downloadState']
    readonly put?: never
    readonly post?: never
    /**
     * Begin anew
     * @description A test or a person throws everything away: the store is as it was at its first start, with the same keys and addresses.
     */
    readonly delete: operations['resetState']
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description What went wrong (RFC 9457). */
    readonly StoreProblem: {
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
       * @description One sentence for a person: what is wrong, and what would be right.
       * @example quantity must be >= 1
       */
      readonly detail: string
      /**
       * @description The same in Chinese, where the store itself refuses.
       * @example 没有实例“r-9”。
       */
      readonly detailZh?: string
      /**
       * @description The rule of the console that is the reason.
       * @example TRY-3
       */
      readonly rule?: string
    }
    /** @description Something that the store does at its time. */
    readonly StoreTimer: {
      /**
       * Format: date-time
       * @description When it is due.
       * @example 2026-11-26T03:00:00.000Z
       */
      readonly at: string
      /**
       * @description What is done. Expect unknown ones.
       * @example attempt
       */
      readonly kind: string
      /**
       * @description The id of what it is about.
       * @example m-12
       */
      readonly subject: string
    }
    /** @description The clock of the store, which jumps when it is told to. */
    readonly StoreClock: {
      /**
       * Format: date-time
       * @description What time it is in the store.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly now: string
      /**
       * @description Whether it goes on with real time between two jumps; if not, it stands still.
       * @example true
       */
      readonly running: boolean
      /** @description What the store does next; `null` if nothing is due. */
      readonly next: components['schemas']['StoreTimer'] | null
    }
    /** @description What is for sale of a product (产品): a period, or a way to charge, of one specification. */
    readonly Offer: {
      /**
       * @description Its id (产品标识).
       * @example OFFI846204237451911168
       */
      readonly productId: string
      /**
       * @description Its specification (规格).
       * @example 0a4d1578-5295-46a7-92d4-7c803dccc51d
       */
      readonly skuCode: string
      /**
       * @description Its name.
       * @example SaaS示例商品,标准规格,标准版,包周期
       */
      readonly productName: string
      /**
       * @description How it is paid (计费模式), as the order query shows it.
       * @example PERIOD
       * @enum {string}
       */
      readonly chargingMode:
        | 'PERIOD'
        | 'ONE_TIME'
        | 'ON_DEMAND'
        | 'ON_DEMAND_PKG'
      /**
       * @description The unit of its period; left out for what does not expire.
       * @example year
       * @enum {string}
       */
      readonly periodType?: 'year' | 'month' | 'day'
      /**
       * @description The price of one unit for one period.
       * @example 100
       */
      readonly price: number
      /**
       * @description Days of a free trial (试用); left out where none is offered.
       * @example 30
       */
      readonly trialDays?: number
    }
    /**
     * @description The generation of interfaces: `saasV2`, `saasV1`, `licenseA` the online license, `licenseB` License 1.0, `licenseC` License 2.0, `orders` the order notification, `kitV2` and `kitV1` the joint-operation kit.
     * @example saasV2
     * @enum {string}
     */
    readonly Generation:
      | 'saasV2'
      | 'saasV1'
      | 'licenseA'
      | 'licenseB'
      | 'licenseC'
      | 'orders'
      | 'kitV2'
      | 'kitV1'
    /** @description A text in both languages. */
    readonly Text: {
      /**
       * @description In English.
       * @example Two interface types must not share a key.
       */
      readonly en: string
      /**
       * @description In Chinese.
       * @example 不同接口类型不能共用一个密钥。
       */
      readonly zh: string
    }
    /** @description A saved debug case (调试用例). */
    readonly SavedCase: {
      /**
       * @description Its id.
       * @example c-1
       */
      readonly id: string
      readonly generation: components['schemas']['Generation']
      /**
       * @description Which interface it calls.
       * @example newInstance
       */
      readonly activity: string
      /** @description What the last dial test found wrong (异常信息); `null` if nothing. */
      readonly exception: components['schemas']['Text'] | null
    }
    /** @description A listed product (商品), and how its server stands in the dial test. */
    readonly Product: {
      /**
       * @description Its id.
       * @example p-1
       */
      readonly id: string
      /**
       * @description Its name (商品名称).
       * @example SaaS example
       */
      readonly name: string
      /**
       * @description The generation of interfaces; `null` where everything is done by hand.
       * @example saasV2
       */
      readonly generation: string | null
      /**
       * Format: uri
       * @description The production address (生产系统接口地址): where the store calls, the whole URL.
       * @example http://localhost:8080/main/saas
       */
      readonly url: string
      /**
       * @description Where its orders are told (订单通知); `null` where they are not.
       * @example http://localhost:8080/main/orders
       */
      readonly ordersUrl: string | null
      /**
       * @description Whether it is operated jointly (联营), with the kit.
       * @example false
       */
      readonly joint: boolean
      /**
       * @description Whether it is delivered under service supervision (服务监管).
       * @example false
       */
      readonly supervised: boolean
      /** @description What is for sale of it. */
      readonly offers: readonly components['schemas']['Offer'][]
      /**
       * @description `onSale` (在售); `hidden` to all but who has the address (隐藏); `tradeFrozen` and hidden after 5 days of failed dial tests (冻结交易); `delisted` for good (下架).
       * @example onSale
       * @enum {string}
       */
      readonly state: 'onSale' | 'hidden' | 'tradeFrozen' | 'delisted'
      /**
       * @description Days in a row on which the dial test (拨测) has failed.
       * @example 0
       */
      readonly failingDays: number
      /** @description Its saved debug cases, which the dial test replays. */
      readonly cases: readonly components['schemas']['SavedCase'][]
    }
    /** @description A buyer (买家), who is invented. */
    readonly StoreBuyer: {
      /**
       * @description The buyer (客户ID).
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId: string
      /**
       * @description The account name.
       * @example mock_user_01
       */
      readonly customerName: string
    }
    /** @description A department (部门) of an enterprise. */
    readonly Department: {
      /**
       * @description Its code (部门编码).
       * @example 10000
       */
      readonly orgCode: string
      /**
       * @description Its name.
       * @example 销售部
       */
      readonly orgName: string
      /**
       * @description The code of the department above; empty at the root.
       * @example 00000
       */
      readonly parentCode: string
    }
    /** @description An account (联营账号) of an enterprise. */
    readonly EnterpriseUser: {
      /**
       * @description The account name.
       * @example zhangsan
       */
      readonly userName: string
      /**
       * @description The name of the person, who is invented.
       * @example 张三
       */
      readonly name: string
      /**
       * @description Whether it administers the application.
       * @example user
       * @enum {string}
       */
      readonly role: 'user' | 'admin'
      /**
       * @description The department it belongs to.
       * @example 10000
       */
      readonly orgCode?: string
    }
    /** @description An enterprise that is bound to an instance. */
    readonly Binding: {
      /**
       * @description The instance, by the id of the store.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description How far the binding is. Expect unknown words.
       * @example bound
       */
      readonly state: string
      /**
       * @description The accounts that may use the application (用户授权).
       * @example [
       *       "zhangsan"
       *     ]
       */
      readonly granted: readonly string[]
      /**
       * @description Where a browser opens the application as the first of them, from the workbench; `null` as long as nobody may.
       * @example http://localhost:4100/workbench/open?user=zhangsan
       */
      readonly loginUrl: string | null
    }
    /** @description An enterprise of a buyer (企业), with its departments and accounts. */
    readonly Enterprise: {
      /**
       * @description The enterprise (租户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId: string
      /**
       * @description Its name.
       * @example 示例企业
       */
      readonly name: string
      /** @description Its departments. */
      readonly departments: readonly components['schemas']['Department'][]
      /** @description Its accounts. */
      readonly users: readonly components['schemas']['EnterpriseUser'][]
      /** @description The instances that it is bound to. */
      readonly bindings: readonly components['schemas']['Binding'][]
    }
    /** @description One thing that happened to an instance. */
    readonly TimelineEntry: {
      /**
       * Format: date-time
       * @description When, on the clock of the store.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly at: string
      /**
       * @description An order by its purpose, or a message by its interface.
       * @example RENEWAL
       */
      readonly what: string
      /**
       * @description How it stands: the state of the order or the message.
       * @example completed
       */
      readonly state: string
      /**
       * @description The order; `null` for a message.
       * @example CS2611261000B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The message; `null` for an order.
       * @example m-12
       */
      readonly message: string | null
    }
    /** @description What a buyer has (实例), by the accounts of the store. */
    readonly StoreInstance: {
      /**
       * @description The id of the store for what was bought (资源ID).
       * @example r-1
       */
      readonly id: string
      /**
       * @description The instance by the id that the seller gave (实例ID); `null` before the seller has answered.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string | null
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
      /**
       * @description The listed product (商品).
       * @example p-1
       */
      readonly product: string
      /**
       * @description What is sold of it (产品): a period of a specification, by its `productId`.
       * @example OFFI846204237451911168
       */
      readonly offer: string
      /**
       * @description The buyer (客户ID).
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId: string
      /**
       * Format: uri
       * @description The production address (生产系统接口地址): where the store calls, the whole URL.
       * @example http://localhost:8080/main/saas
       */
      readonly url: string
      /**
       * @description How many units are bought.
       * @example 50
       */
      readonly quantity: number
      /**
       * @description `REQUESTED` until the seller has given an id; `PROVISIONING` until the query is answered with success; `FROZEN` after expiry or a violation; `RELEASED` at the end; `FAILED` if the purchase was refunded.
       * @example ACTIVE
       * @enum {string}
       */
      readonly status:
        | 'REQUESTED'
        | 'PROVISIONING'
        | 'ACTIVE'
        | 'FROZEN'
        | 'RELEASED'
        | 'FAILED'
      /**
       * @description Whether it is a free trial (试用).
       * @example false
       */
      readonly trial: boolean
      /**
       * Format: date-time
       * @description When it expires; `null` if never.
       * @example 2027-11-26T15:59:59.000Z
       */
      readonly expireTime: string | null
      /**
       * @description The license or the license code (授权码); `null` without one.
       * @example PL20261126000001
       */
      readonly license: string | null
      /** @description What happened to it, oldest first. */
      readonly timeline: readonly components['schemas']['TimelineEntry'][]
    }
    /** @description An order (订单) of the store. */
    readonly StoreOrder: {
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
      /**
       * @description What is ordered. Expect unknown ones.
       * @example NEW
       */
      readonly purpose: string
      /**
       * @description `pendingPayment` (待付款), `cancelled` (已取消), `processing` (处理中), `completed` (已完成), `refunded` (自动退订) after the seller had failed for too long.
       * @example completed
       * @enum {string}
       */
      readonly state:
        | 'pendingPayment'
        | 'cancelled'
        | 'processing'
        | 'completed'
        | 'refunded'
      /**
       * Format: date-time
       * @description When it was placed.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly placedAt: string
      /**
       * @description The listed product (商品).
       * @example p-1
       */
      readonly product: string
      /**
       * @description What is sold of it (产品): a period of a specification, by its `productId`.
       * @example OFFI846204237451911168
       */
      readonly offer: string
      /**
       * @description The buyer (客户ID).
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId: string
      /**
       * @description The instance that it is about, by the id of the store.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description How many units are bought.
       * @example 50
       */
      readonly quantity: number
      /**
       * @description How many years, months or days, by the product.
       * @example 1
       */
      readonly periods: number
      /**
       * @description What is paid; negative where money goes back.
       * @example 5000
       */
      readonly amount: number
      /**
       * @description Whose turn it is in service supervision (服务监管); `null` for what is not supervised.
       * @example BUYER_ACCEPT
       */
      readonly supervision: string | null
      /**
       * @description How far a wish to unsubscribe (退订) is; `null` without one.
       * @example REQUESTED
       */
      readonly unsubscription: string | null
    }
    /** @description One attempt of a call, and what came back. */
    readonly MessageAttempt: {
      /**
       * Format: date-time
       * @description When, on the clock of the store.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly at: string
      /**
       * @description How long the seller took.
       * @example 18
       */
      readonly milliseconds: number
      /**
       * @description The HTTP method.
       * @example POST
       */
      readonly method: string
      /**
       * @description Where it was sent, with the signature in its query.
       * @example http://localhost:8080/main/saas?signature=…
       */
      readonly url: string
      /**
       * @description What was sent; `null` for a GET.
       * @example {"activity":"newInstance"}
       */
      readonly body: string | null
      /**
       * @description The fault that was played at it; `null` if none was.
       * @example wrong-key
       */
      readonly fault: string | null
      /**
       * @description The HTTP status; `null` without an answer.
       * @example 200
       */
      readonly status: number | null
      /**
       * @description The result code; `null` without one.
       * @example 000000
       */
      readonly resultCode: string | null
      /**
       * @description What was answered; `null` without an answer.
       * @example {"resultCode":"000000","resultMsg":"success."}
       */
      readonly answer: string | null
      /** @description What the store finds wrong with it (异常信息); `null` if nothing. */
      readonly exception: components['schemas']['Text'] | null
    }
    /** @description A call of the store on the seller (生产接口消息), with every attempt. */
    readonly StoreMessage: {
      /**
       * @description The message.
       * @example m-12
       */
      readonly id: string
      readonly generation: components['schemas']['Generation']
      /**
       * @description Which interface is called.
       * @example newInstance
       */
      readonly activity: string
      /**
       * @description The product it is about.
       * @example p-1
       */
      readonly product: string
      /**
       * @description The order it belongs to; `null` if it belongs to none.
       * @example CS2611261000B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The instance it is about, by the id of the store; `null` if it is about none.
       * @example r-1
       */
      readonly instance: string | null
      /**
       * @description `CALLING` at this moment, `RETRYING` until its window ends, `SUCCESS`, or `STOPPED` until it is restarted (重新启动). The names are our own.
       * @example SUCCESS
       * @enum {string}
       */
      readonly state: 'CALLING' | 'RETRYING' | 'SUCCESS' | 'STOPPED'
      /** @description What the store finds wrong with the last attempt (异常信息); `null` if nothing. */
      readonly exception: components['schemas']['Text'] | null
      /**
       * Format: date-time
       * @description When it was made.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly createdAt: string
      /**
       * Format: date-time
       * @description When it is sent again; `null` if it is not.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly nextAt: string | null
      /** @description Every attempt, oldest first. */
      readonly attempts: readonly components['schemas']['MessageAttempt'][]
    }
    /** @description An access key (访问密钥) as an address has it for an interface type. */
    readonly BoundKey: {
      /**
       * @description The interface type; `v1` is the Key of the V1 generation, which is one for the seller.
       * @example basic
       * @enum {string}
       */
      readonly type: 'basic' | 'v1' | 'kit' | 'license' | 'order'
      /**
       * @description The id of the key.
       * @example basic-1
       */
      readonly keyId: string
      /**
       * @description What tells it from others; the key itself is shown when it is made and never again.
       * @example 3f9a1c02
       */
      readonly fingerprint: string
    }
    /** @description A registered address (生产地址): the main domain, and a key for each interface type. */
    readonly StoreAddress: {
      /**
       * @description Its name.
       * @example main
       */
      readonly id: string
      /**
       * Format: uri
       * @description The main domain, without a path.
       * @example http://localhost:8080
       */
      readonly origin: string
      /** @description The keys that are bound to it. */
      readonly keys: readonly components['schemas']['BoundKey'][]
      /** @description What the console warns of. */
      readonly warnings: readonly components['schemas']['Text'][]
    }
    /** @description What the store tells the seller, the buyer or its own operations (通知). */
    readonly StoreNotice: {
      /**
       * Format: date-time
       * @description When.
       * @example 2026-11-26T02:00:00.000Z
       */
      readonly at: string
      /**
       * @description To whom: `seller`, `buyer` or `operations`.
       * @example seller
       * @enum {string}
       */
      readonly to: 'seller' | 'buyer' | 'operations'
      readonly text: components['schemas']['Text']
    }
    /** @description A fault that the store can play. */
    readonly Fault: {
      /**
       * @description Which one: a call that is made twice, out of order, with the wrong key and so on. Expect unknown ones.
       * @example duplicate
       */
      readonly fault: string
      /**
       * @description At how many calls it is still played; 0 is off, `null` plays it until it is turned off.
       * @example 0
       */
      readonly left: number | null
      /**
       * @description The interface that it is played at; `null` for any.
       * @example newInstance
       */
      readonly activity: string | null
    }
    /** @description A push of usage (按需使用量推送) that came. */
    readonly UsageCall: {
      /**
       * @description Which push: `new` or `old`.
       * @example new
       */
      readonly form: string
      /**
       * @description How many records it carried.
       * @example 3
       */
      readonly records: number
      /**
       * @description The code that it was answered with, or how it was left unanswered.
       * @example MKT.0000
       */
      readonly answer: string
    }
    /** @description A usage record that the store took (用量话单). */
    readonly TakenUsage: {
      /**
       * @description The instance.
       * @example 10e758d0-31ad-4c4b-8f1b-81d03469a10e
       */
      readonly instanceId: string
      /**
       * @description The record number of the new push; `null` of the old one.
       * @example sn-0001
       */
      readonly meteringSn: string | null
      /**
       * @description When the use began, as it was sent.
       * @example 20261126T000000Z
       */
      readonly begin: string
      /**
       * @description When it ended, as it was sent.
       * @example 20261126T010000Z
       */
      readonly end: string
      /**
       * @description How much was used.
       * @example 12.5000
       */
      readonly value: string
    }
    /** @description What the seller reported as used: the newest 200 pushes and records. */
    readonly UsageBook: {
      /** @description The pushes, newest first. */
      readonly calls: readonly components['schemas']['UsageCall'][]
      /** @description The records that were taken, newest first. */
      readonly taken: readonly components['schemas']['TakenUsage'][]
      /**
       * @description How many records were taken in all.
       * @example 3
       */
      readonly takenCount: number
      /**
       * @description How many records came again after they had been taken.
       * @example 0
       */
      readonly repeats: number
    }
    /** @description Everything there is in the store; of lists that grow the newest 200. */
    readonly StoreView: {
      /**
       * @description Goes up with every change; what `after` waits for.
       * @example 42
       */
      readonly revision: number
      readonly clock: components['schemas']['StoreClock']
      /** @description The products. */
      readonly products: readonly components['schemas']['Product'][]
      /** @description The buyers. */
      readonly buyers: readonly components['schemas']['StoreBuyer'][]
      /** @description Their enterprises. */
      readonly enterprises: readonly components['schemas']['Enterprise'][]
      /** @description The instances, newest first. */
      readonly instances: readonly components['schemas']['StoreInstance'][]
      /** @description The orders, newest first. */
      readonly orders: readonly components['schemas']['StoreOrder'][]
      /** @description The messages, newest first, each with its last attempt alone. */
      readonly messages: readonly components['schemas']['StoreMessage'][]
      /** @description The registered addresses. */
      readonly addresses: readonly components['schemas']['StoreAddress'][]
      /** @description What the store told, newest first. */
      readonly notices: readonly components['schemas']['StoreNotice'][]
      /** @description Every fault that can be played. */
      readonly faults: readonly components['schemas']['Fault'][]
      readonly usage: components['schemas']['UsageBook']
    }
    /** @description A buyer places an order for a product and pays it, unless told otherwise. */
    readonly BuyAction: {
      /**
       * @description Always `buy`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'buy'
      /**
       * @description The listed product (商品).
       * @example p-1
       */
      readonly product: string
      /**
       * @description What is bought of it (产品); the first one by default.
       * @example OFFI846204237451911168
       */
      readonly offer?: string
      /**
       * @description The buyer; the first one by default.
       * @example 459bbbec25d24749b2eb83be37b602a8
       */
      readonly customerId?: string
      /**
       * @description How many units are bought, 1 by default.
       * @example 50
       */
      readonly quantity?: number
      /**
       * @description How many years, months or days, by the product.
       * @example 1
       */
      readonly periods?: number
      /**
       * @description Whether it is bought as a free trial.
       * @example false
       */
      readonly trial?: boolean
      /**
       * @description Whether the order is paid at once, `true` by default.
       * @example true
       */
      readonly pay?: boolean
      /** @description What the buyer fills in, by name: the identification code (识别码) of License 1.0, for example. */
      readonly extendParams?: {
        readonly [key: string]: string
      }
    }
    /** @description An unpaid order is paid. */
    readonly PayAction: {
      /**
       * @description Always `pay`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'pay'
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
    }
    /** @description An unpaid order is cancelled. */
    readonly CancelOrderAction: {
      /**
       * @description Always `cancelOrder`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'cancelOrder'
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
    }
    /** @description The buyer renews (续费). Another specification or quantity is a renewal with a change (续费变更), and a trial becomes formal (试用转商用). */
    readonly RenewAction: {
      /**
       * @description Always `renew`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'renew'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description Another product (产品) of the same listing; left out, it stays the same.
       * @example OFFI846204237451911168
       */
      readonly offer?: string
      /**
       * @description Another number of units; left out, it stays the same.
       * @example 80
       */
      readonly quantity?: number
      /**
       * @description How many years, months or days, by the product.
       * @example 1
       */
      readonly periods?: number
      /**
       * @description Whether the order is paid at once, `true` by default.
       * @example true
       */
      readonly pay?: boolean
    }
    /** @description The buyer takes back the last renewal (退订续费), which has not begun. */
    readonly CancelRenewalAction: {
      /**
       * @description Always `cancelRenewal`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'cancelRenewal'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The buyer upgrades (实例升级) until the same expiry. */
    readonly UpgradeAction: {
      /**
       * @description Always `upgrade`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'upgrade'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description Another product (产品) of the same listing; left out, it stays the same.
       * @example OFFI846204237451911168
       */
      readonly offer?: string
      /**
       * @description Another number of units; left out, it stays the same.
       * @example 80
       */
      readonly quantity?: number
      /**
       * @description Whether the order is paid at once, `true` by default.
       * @example true
       */
      readonly pay?: boolean
    }
    /** @description The buyer opens the page of what it bought (资源详情), which asks the seller for the instance. */
    readonly OpenPageAction: {
      /**
       * @description Always `openPage`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'openPage'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The instance expires now, whatever was bought: it is frozen, and released when the frozen time is over. */
    readonly ExpireAction: {
      /**
       * @description Always `expire`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'expire'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The buyer breaks the rules: the instance is frozen. */
    readonly ViolateAction: {
      /**
       * @description Always `violate`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'violate'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The violation is over: the instance is unfrozen. */
    readonly LiftViolationAction: {
      /**
       * @description Always `liftViolation`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'liftViolation'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The buyer asks to unsubscribe (退订): at once where no reason is needed, else after the seller has agreed. */
    readonly UnsubscribeAction: {
      /**
       * @description Always `unsubscribe`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'unsubscribe'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description What is paid back; all of it by default.
       * @example 5000
       */
      readonly amount?: number
      /**
       * @description Whether the operations of the store do it, whatever the rules say.
       * @example false
       */
      readonly byOperations?: boolean
    }
    /** @description The seller decides about a wish to unsubscribe, or the buyer takes it back. */
    readonly DecideUnsubscriptionAction: {
      /**
       * @description Always `decideUnsubscription`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'decideUnsubscription'
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
      /**
       * @description What is decided; `withdraw` is the buyer.
       * @example approve
       * @enum {string}
       */
      readonly decision: 'approve' | 'reject' | 'withdraw'
    }
    /** @description The instance is released now, as at the end of the frozen time. */
    readonly ReleaseAction: {
      /**
       * @description Always `release`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'release'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The instance is called at the present address of its product from now on, with its present public key (订单修改设置). */
    readonly MoveOrderAction: {
      /**
       * @description Always `moveOrder`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'moveOrder'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
    }
    /** @description The buyer binds an enterprise to a jointly operated instance: tenant, application and departments are synchronised. */
    readonly BindEnterpriseAction: {
      /**
       * @description Always `bindEnterprise`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'bindEnterprise'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description The enterprise (租户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId: string
    }
    /** @description The buyer ends the binding of an enterprise. */
    readonly UnbindEnterpriseAction: {
      /**
       * @description Always `unbindEnterprise`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'unbindEnterprise'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description The enterprise (租户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId: string
    }
    /** @description The administrator of an enterprise authorises accounts, or takes the right from them. */
    readonly AuthoriseUsersAction: {
      /**
       * @description Always `authoriseUsers`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'authoriseUsers'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description The enterprise (租户ID).
       * @example 68cbc86abc2018ab880d92f36422fa0e
       */
      readonly tenantId: string
      /**
       * @description The accounts, by `userName`.
       * @example [
       *       "zhangsan"
       *     ]
       */
      readonly users: readonly string[]
      /**
       * @description Whether the right is taken away.
       * @example false
       */
      readonly revoke?: boolean
    }
    /** @description The buyer applies for a license (申请License) of an instance. */
    readonly AskLicenseAction: {
      /**
       * @description Always `askLicense`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'askLicense'
      /**
       * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
       * @example r-1
       */
      readonly instance: string
      /**
       * @description What tells the device of the buyer.
       * @example 04:7C:16:5E:E3:5D
       */
      readonly deviceFingerprint?: string
    }
    /** @description A step of service supervision (服务监管) is taken by whose turn it is. */
    readonly SuperviseAction: {
      /**
       * @description Always `supervise`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'supervise'
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
      /**
       * @description The buyer hands in the `request`; the seller does `confirm` or `refuse` it, and `deliver`; Huawei Cloud does `review`; the buyer does `accept` (确认验收) or `reject`.
       * @example accept
       * @enum {string}
       */
      readonly step:
        | 'request'
        | 'confirm'
        | 'refuse'
        | 'deliver'
        | 'review'
        | 'accept'
        | 'reject'
      /** @description What the buyer fills in, by name: the identification code (识别码) of License 1.0, for example. */
      readonly extendParams?: {
        readonly [key: string]: string
      }
    }
    /** @description Either side appeals (申诉), which stops the supervision, or the appeal is over. */
    readonly AppealAction: {
      /**
       * @description Always `appeal`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'appeal'
      /**
       * @description The order (订单号).
       * @example CS2611261000B4LVS
       */
      readonly orderId: string
      /**
       * @description Whether an appeal is on.
       * @example true
       */
      readonly appealed: boolean
    }
    /** @description The dial test (拨测) runs now, beside those of the day: of a product, or of all. */
    readonly DialTestAction: {
      /**
       * @description Always `dialTest`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      readonly action: 'dialTest'
      /**
       * @description The product; all of them by default.
       * @example p-1
       */
      readonly product?: string
    }
    /** @description What a buyer, an administrator or the store does; `action` says which. */
    readonly Action:
      | components['schemas']['BuyAction']
      | components['schemas']['PayAction']
      | components['schemas']['CancelOrderAction']
      | components['schemas']['RenewAction']
      | components['schemas']['CancelRenewalAction']
      | components['schemas']['UpgradeAction']
      | components['schemas']['OpenPageAction']
      | components['schemas']['ExpireAction']
      | components['schemas']['ViolateAction']
      | components['schemas']['LiftViolationAction']
      | components['schemas']['UnsubscribeAction']
      | components['schemas']['DecideUnsubscriptionAction']
      | components['schemas']['ReleaseAction']
      | components['schemas']['MoveOrderAction']
      | components['schemas']['BindEnterpriseAction']
      | components['schemas']['UnbindEnterpriseAction']
      | components['schemas']['AuthoriseUsersAction']
      | components['schemas']['AskLicenseAction']
      | components['schemas']['SuperviseAction']
      | components['schemas']['AppealAction']
      | components['schemas']['DialTestAction']
    /** @description What came of an action: the messages tell what the seller answered. */
    readonly ActionResult: {
      /**
       * @description The order that was placed or paid; `null` if none was.
       * @example CS2611261000B4LVS
       */
      readonly orderId: string | null
      /**
       * @description The instance, by the id of the store; `null` if it is about none.
       * @example r-1
       */
      readonly instance: string | null
      /** @description The messages that it made, after their first attempt. */
      readonly messages: readonly components['schemas']['StoreMessage'][]
    }
    /** @description How the clock goes on between two jumps. */
    readonly SetClockRequest: {
      /**
       * @description Whether it goes on with real time, or stands still.
       * @example false
       */
      readonly running: boolean
    }
    /** @description How far the clock jumps: one of the two. */
    readonly AdvanceClock: {
      /**
       * @description A length of time, ISO 8601: `PT1H`, `P1D`, `P1M`.
       * @example P1D
       */
      readonly by?: string
      /**
       * @description `nextTimer`: to what the store does next.
       * @example nextTimer
       * @constant
       */
      readonly to?: 'nextTimer'
    }
    /** @description The products. */
    readonly ProductList: {
      /** @description The products. */
      readonly items: readonly components['schemas']['Product'][]
    }
    /** @description The application credential (应用凭证) of a jointly operated product. */
    readonly NewJoint: {
      /**
       * @description The application.
       * @example app-1
       */
      readonly appId: string
      /**
       * Format: uri
       * @description Where users come back to after they have signed in (回调地址).
       * @example https://app.example.com/callback
       */
      readonly callback?: string
      /**
       * @description The public key of the seller, PEM: client secrets are encrypted with it.
       * @example -----BEGIN PUBLIC KEY-----…
       */
      readonly publicKey: string
    }
    /** @description Something to sell of a product. */
    readonly NewOffer: {
      /**
       * @description Its name.
       * @example SaaS示例商品,标准规格,标准版,包周期
       */
      readonly productName: string
      /**
       * @description How it is paid (计费模式).
       * @example PERIOD
       * @enum {string}
       */
      readonly chargingMode:
        | 'PERIOD'
        | 'ONE_TIME'
        | 'ON_DEMAND'
        | 'ON_DEMAND_PKG'
      /**
       * @description The unit of its period, for `PERIOD`.
       * @example year
       * @enum {string}
       */
      readonly periodType?: 'year' | 'month' | 'day'
      /**
       * @description The price of one unit for one period, 100 by default.
       * @example 100
       */
      readonly price?: number
      /**
       * @description Days of a free trial (试用); left out, none is offered.
       * @example 30
       */
      readonly trialDays?: number
    }
    /** @description A product to list. What is not said is as in the example of the store. */
    readonly NewProduct: {
      /**
       * @description Its name (商品名称).
       * @example SaaS example
       */
      readonly name: string
      /**
       * @description The generation of interfaces, `saasV2` by default; `null` where everything is done by hand.
       * @example saasV2
       * @enum {string|null}
       */
      readonly generation?:
        | 'saasV2'
        | 'saasV1'
        | 'licenseA'
        | 'licenseB'
        | 'licenseC'
        | null
      /**
       * Format: uri
       * @description The production address (生产系统接口地址): where the store calls, the whole URL.
       * @example http://localhost:8080/main/saas
       */
      readonly url: string
      /**
       * Format: uri
       * @description Where its orders are told (订单通知).
       * @example http://localhost:8080/main/orders
       */
      readonly ordersUrl?: string
      readonly joint?: components['schemas']['NewJoint']
      /**
       * @description Whether it is delivered under service supervision (服务监管).
       * @example false
       */
      readonly supervised?: boolean
      /** @description What is for sale of it; a yearly and a monthly one by default. */
      readonly offers?: readonly components['schemas']['NewOffer'][]
    }
    /** @description What is changed of a listed product; orders that were placed go on as they were until they are moved. */
    readonly ProductChange: {
      /**
       * @description Its name.
       * @example SaaS example
       */
      readonly name?: string
      /**
       * Format: uri
       * @description The production address (生产系统接口地址): where the store calls, the whole URL.
       * @example http://localhost:8080/main/saas
       */
      readonly url?: string
      /**
       * @description The public key of the seller, PEM, of a jointly operated product.
       * @example -----BEGIN PUBLIC KEY-----…
       */
      readonly publicKey?: string
      /**
       * @description `onSale` again after it was repaired, `hidden`, or `delisted` (下架) for good.
       * @example delisted
       * @enum {string}
       */
      readonly state?: 'onSale' | 'hidden' | 'delisted'
    }
    /** @description The buyers. */
    readonly StoreBuyerList: {
      /** @description The buyers. */
      readonly items: readonly components['schemas']['StoreBuyer'][]
    }
    /** @description A buyer to add. */
    readonly NewBuyer: {
      /**
       * @description The account name.
       * @example mock_user_02
       */
      readonly customerName: string
    }
    /** @description The enterprises. */
    readonly EnterpriseList: {
      /** @description The enterprises. */
      readonly items: readonly components['schemas']['Enterprise'][]
    }
    /** @description An enterprise to add, with a department and two accounts that are invented unless others are given. */
    readonly NewEnterprise: {
      /**
       * @description Its name.
       * @example 示例企业
       */
      readonly name: string
      /** @description Its departments. */
      readonly departments?: readonly components['schemas']['Department'][]
      /** @description Its accounts. */
      readonly users?: readonly components['schemas']['EnterpriseUser'][]
    }
    /** @description The instances, newest first. */
    readonly StoreInstanceList: {
      /** @description The instances, newest first. */
      readonly items: readonly components['schemas']['StoreInstance'][]
    }
    /** @description The orders, newest first. */
    readonly StoreOrderList: {
      /** @description The orders, newest first. */
      readonly items: readonly components['schemas']['StoreOrder'][]
    }
    /** @description The messages, newest first, each with its last attempt alone. */
    readonly StoreMessageList: {
      /** @description The messages, newest first, each with its last attempt alone. */
      readonly items: readonly components['schemas']['StoreMessage'][]
    }
    /** @description The registered addresses. */
    readonly StoreAddressList: {
      /** @description The registered addresses. */
      readonly items: readonly components['schemas']['StoreAddress'][]
    }
    /** @description An address to register. */
    readonly NewAddress: {
      /**
       * Format: uri
       * @description The main domain, without a path.
       * @example http://localhost:8080
       */
      readonly origin: string
    }
    /** @description The key to bind; without one a new key is made. */
    readonly PutKeyRequest: {
      /**
       * @description The key itself.
       * @example 0123456789abcdef0123456789abcdef
       */
      readonly accessKey?: string
    }
    /** @description The key as it is bound now; a new one is shown in full this once. */
    readonly BoundKeyResult: {
      readonly key: components['schemas']['BoundKey']
      /**
       * @description The new key; left out for one that was given.
       * @example 0123456789abcdef0123456789abcdef
       */
      readonly accessKey?: string
      /** @description What the console warns of. */
      readonly warnings: readonly components['schemas']['Text'][]
    }
    /** @description How often a fault is played from now on. */
    readonly SetFaultRequest: {
      /**
       * @description At how many calls; 0 turns it off, `null` plays it until it is turned off.
       * @example 1
       */
      readonly left: number | null
      /**
       * @description Only at this interface.
       * @example newInstance
       */
      readonly activity?: string
    }
    /** @description The whole state, as a file of the store holds it: what `--state` starts from. */
    readonly SavedState: {
      /**
       * @description The form of the file.
       * @example koogate-store/1
       */
      readonly edition: string
    } & {
      readonly [key: string]: unknown
    }
  }
  responses: {
    /** @description Anything else: an unknown path (404), another method (405), a body over 1 MiB (413), an internal error (500). */
    readonly AnyOtherProblem: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['StoreProblem']
      }
    }
    /** @description A parameter or a member of the body is missing, unknown, malformed or out of range. */
    readonly RequestRefused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['StoreProblem']
      }
    }
    /** @description The token is missing or wrong; it is asked for where the store listens beyond this machine. */
    readonly TokenRefused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['StoreProblem']
      }
    }
    /** @description There is nothing by this name or id. */
    readonly NotThere: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['StoreProblem']
      }
    }
    /** @description The present state forbids it. */
    readonly NotNow: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/problem+json': components['schemas']['StoreProblem']
      }
    }
  }
  parameters: {
    /**
     * @description The revision that the caller has: the answer waits until there is a later one.
     * @example 41
     */
    readonly QueryAfter: number
    /**
     * @description How many seconds it waits for that at most, 20 by default; then it answers what is there.
     * @example 20
     */
    readonly QueryWait: number
    /**
     * @description The product.
     * @example p-1
     */
    readonly PathStoreProduct: string
    /**
     * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
     * @example r-1
     */
    readonly PathStoreInstance: string
    /**
     * @description The order (订单号).
     * @example CS2611261000B4LVS
     */
    readonly PathStoreOrderId: string
    /**
     * @description The message.
     * @example m-12
     */
    readonly PathStoreMessage: string
    /**
     * @description Name of the registered address.
     * @example main
     */
    readonly PathStoreAddress: string
    /**
     * @description The interface type.
     * @example basic
     */
    readonly PathKeyType: 'basic' | 'v1' | 'kit' | 'license' | 'order'
    /**
     * @description The fault.
     * @example duplicate
     */
    readonly PathFault: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly viewStore: {
    readonly parameters: {
      readonly query?: {
        /**
         * @description The revision that the caller has: the answer waits until there is a later one.
         * @example 41
         */
        readonly after?: components['parameters']['QueryAfter']
        /**
         * @description How many seconds it waits for that at most, 20 by default; then it answers what is there.
         * @example 20
         */
        readonly wait?: components['parameters']['QueryWait']
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The store as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreView']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly act: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Action']
      }
    }
    readonly responses: {
      /** @description What came of it. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ActionResult']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly setClock: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SetClockRequest']
      }
    }
    readonly responses: {
      /** @description The clock. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreClock']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly advanceClock: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AdvanceClock']
      }
    }
    readonly responses: {
      /** @description The clock after the jump. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreClock']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listProducts: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The products. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ProductList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly createProduct: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewProduct']
      }
    }
    readonly responses: {
      /** @description The product. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Product']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly changeProduct: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The product.
         * @example p-1
         */
        readonly product: components['parameters']['PathStoreProduct']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProductChange']
      }
    }
    readonly responses: {
      /** @description The product. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Product']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly saveCases: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The product.
         * @example p-1
         */
        readonly product: components['parameters']['PathStoreProduct']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The product with its cases. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Product']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listBuyers: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The buyers. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreBuyerList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly createBuyer: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewBuyer']
      }
    }
    readonly responses: {
      /** @description The buyer. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreBuyer']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listEnterprises: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The enterprises. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['EnterpriseList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly createEnterprise: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewEnterprise']
      }
    }
    readonly responses: {
      /** @description The enterprise. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Enterprise']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listStoreInstances: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The instances. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreInstanceList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly getStoreInstance: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The instance (实例), by the id of the store, or by the `instanceId` of the seller.
         * @example r-1
         */
        readonly instance: components['parameters']['PathStoreInstance']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The instance. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreInstance']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listStoreOrders: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The orders. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreOrderList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly getStoreOrder: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The order (订单号).
         * @example CS2611261000B4LVS
         */
        readonly orderId: components['parameters']['PathStoreOrderId']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The order. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreOrder']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listStoreMessages: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The messages. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreMessageList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly getStoreMessage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example m-12
         */
        readonly message: components['parameters']['PathStoreMessage']
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
          readonly 'application/json': components['schemas']['StoreMessage']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly restartMessage: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The message.
         * @example m-12
         */
        readonly message: components['parameters']['PathStoreMessage']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The message after the attempt. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreMessage']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly listAddresses: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The addresses. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreAddressList']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly registerAddress: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewAddress']
      }
    }
    readonly responses: {
      /** @description The address. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreAddress']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 409: components['responses']['NotNow']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly putKey: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description Name of the registered address.
         * @example main
         */
        readonly address: components['parameters']['PathStoreAddress']
        /**
         * @description The interface type.
         * @example basic
         */
        readonly type: components['parameters']['PathKeyType']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PutKeyRequest']
      }
    }
    readonly responses: {
      /** @description The key. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['BoundKeyResult']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly setFault: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        /**
         * @description The fault.
         * @example duplicate
         */
        readonly fault: components['parameters']['PathFault']
      }
      readonly cookie?: never
    }
    /** @description One JSON object; an unknown member is refused with 400. */
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SetFaultRequest']
      }
    }
    readonly responses: {
      /** @description The fault. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Fault']
        }
      }
      readonly 400: components['responses']['RequestRefused']
      readonly 401: components['responses']['TokenRefused']
      readonly 404: components['responses']['NotThere']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly downloadState: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The state. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['SavedState']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
  readonly resetState: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The store as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['StoreView']
        }
      }
      readonly 401: components['responses']['TokenRefused']
      readonly default: components['responses']['AnyOtherProblem']
    }
  }
}
