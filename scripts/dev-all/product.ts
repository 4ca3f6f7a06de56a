import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { freePort, startNode } from '../shared/child-process.ts'

/** The example of a product, in a process of its own. */
export interface Product {
  /** Where it is asked and told. */
  readonly url: string
  /** Where buyers go. */
  readonly origin: string
  readonly secret: string
  readonly stop: () => Promise<unknown>
}

const program = fileURLToPath(
  new URL('../../examples/product-typescript/product.ts', import.meta.url),
)
const readyWithinMs = 20_000

export interface ProductOptions {
  /** Where it keeps its state. */
  readonly folder: string
  /** A free one by default. */
  readonly port?: number
  /** Shared with the service; a new one by default. */
  readonly secret?: string
  /** Hears each line that it prints. */
  readonly onLine?: (line: string) => void
}

/** Starts the product; throws if it does not come up. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { folder, secret = newWebhookSecret(), onLine } = options
  const port = options.port ?? (await freePort())
  const running = startNode([program], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      WEBHOOK_SECRET: secret,
      STATE_FILE: join(folder, 'product.json'),
    },
    ...(onLine && { onLine }),
  })
  await running.until(() => running.output().includes('waiting for Koogate'), readyWithinMs)
  const origin = `http://127.0.0.1:${port}`
  return { url: `${origin}/koogate`, origin, secret, stop: () => running.stop() }
}
