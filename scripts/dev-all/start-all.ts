// Starts the service and what stands around it, for npm run dev:all, the demo and tests alike.
import { type Credentials, type Settings, productSettings, storeSettings } from './settings.ts'

/** Something that runs until it is stopped. */
interface Part {
  readonly url: string
  stop(): Promise<unknown>
}

/** A product, and the secret that it verifies with. */
export interface ProductPart extends Part {
  readonly secret: string
}

/** A store whose open APIs the service asks. */
export interface StorePart {
  readonly url: URL
  readonly close: () => Promise<unknown>
}

/** What is started, and how; the settings of the parts are handed to the service. */
export interface AllOptions<
  Store extends StorePart,
  Product extends ProductPart,
  Service extends Part,
> {
  readonly startStore: () => Promise<Store>
  /** What the service signs with at the store. */
  readonly credentials: Credentials
  /** Further settings of the service that follow from the store. */
  readonly settings?: (store: Store) => Settings
  /** Without one the service provisions by its settings. */
  readonly startProduct?: (() => Promise<Product>) | undefined
  readonly startService: (settings: Settings) => Promise<Service>
}

/** The service and what stands around it. */
export interface All<Store, Product, Service> {
  readonly store: Store
  readonly product: Product | undefined
  readonly service: Service
  /** Stops all of it, the service first. */
  readonly stop: () => Promise<void>
}

/** Starts all of it, the service last. Where one does not start, those before it are stopped again. */
export async function startAll<
  Store extends StorePart,
  Product extends ProductPart,
  Service extends Part,
>(options: AllOptions<Store, Product, Service>): Promise<All<Store, Product, Service>> {
  const { credentials, startStore, startProduct, startService } = options
  const started = startedParts()
  try {
    const store = await started.add(startStore(), (one) => one.close())
    const product = startProduct && (await started.add(startProduct(), (one) => one.stop()))
    const settings = {
      ...storeSettings(store, credentials),
      ...options.settings?.(store),
      ...(product && productSettings(product)),
    }
    const service = await started.add(startService(settings), (one) => one.stop())
    return { store, product, service, stop: started.stop }
  } catch (error) {
    await started.stop()
    throw error
  }
}

/** Remembers how to stop what was started. */
interface StartedParts {
  readonly add: <One>(starting: Promise<One>, end: (one: One) => Promise<unknown>) => Promise<One>
  readonly stop: () => Promise<void>
}

function startedParts(): StartedParts {
  const ends: (() => Promise<unknown>)[] = []
  return {
    async add(starting, end) {
      const one = await starting
      ends.push(() => end(one))
      return one
    },
    async stop() {
      for (const end of ends.splice(0).reverse()) await end()
    },
  }
}
