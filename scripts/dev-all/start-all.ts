// Starts the service and what stands around it, for npm run dev:all, the demo and tests alike.
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import {
  type SimulatedAuthCentre,
  startAuthCentre,
} from '../../src/simulator/auth-centre/auth-centre.ts'
import {
  type Application,
  type Credentials,
  type Settings,
  productSettings,
  signOnSettings,
  storeSettings,
} from './settings.ts'

/** Something that runs until it is stopped. */
interface Part {
  readonly url: string
  stop(): Promise<unknown>
}

/** A product, and the secret that it verifies with. */
export interface ProductPart extends Part {
  readonly secret: string
}

/** What is started, and how; the settings of the parts are laid over those of the service. */
export interface AllOptions<Service extends Part, Product extends ProductPart> {
  readonly startService: (settings: Settings) => Promise<Service>
  /** Without one the service provisions by its settings. */
  readonly startProduct?: (() => Promise<Product>) | undefined
  readonly credentials: Credentials
  /** One that runs already, and goes on after the rest; else one is started, at a free port by default. */
  readonly store?: OrderStore
  readonly storePort?: number
  /** Starts an auth centre, whose users sign in to this application of the product. */
  readonly signOn?: Application & { readonly port?: number }
}

/** The service and what stands around it. */
export interface All<Service, Product> {
  readonly service: Service
  readonly store: OrderStore
  readonly product: Product | undefined
  readonly authCentre: SimulatedAuthCentre | undefined
  /** Stops what was started, the service first. */
  readonly stop: () => Promise<void>
}

/** Starts all of it, the service last. Where one does not start, those before it are stopped again. */
export async function startAll<Service extends Part, Product extends ProductPart>(
  options: AllOptions<Service, Product>,
): Promise<All<Service, Product>> {
  const { credentials, signOn, startProduct } = options
  const started = startedParts()
  try {
    const store = options.store ?? (await started.add(startStore(options), ({ close }) => close()))
    const authCentre =
      signOn && (await started.add(startAuthCentre(signOn), ({ close }) => close()))
    const product = startProduct && (await started.add(startProduct(), (one) => one.stop()))
    const service = await started.add(
      options.startService({
        ...storeSettings(store, credentials),
        ...(authCentre && signOnSettings(authCentre, signOn)),
        ...(product && productSettings(product)),
      }),
      (one) => one.stop(),
    )
    return { service, store, product, authCentre, stop: started.stop }
  } catch (error) {
    await started.stop()
    throw error
  }
}

function startStore({
  credentials,
  storePort: port = 0,
}: Pick<AllOptions<Part, ProductPart>, 'credentials' | 'storePort'>) {
  return startOrderStore({ ...credentials, port })
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
