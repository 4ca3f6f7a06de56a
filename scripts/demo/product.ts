import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, startNode } from '../shared/child-process.ts'
import { webhookSecret } from './keys.ts'

/** The example of a product, in a process of its own. */
export interface Product {
  /** Where it is asked and told. */
  readonly url: string
  readonly stop: () => Promise<unknown>
}

const program = fileURLToPath(
  new URL('../../examples/product-typescript/product.ts', import.meta.url),
)
const readyWithinMs = 20_000

/** Starts the product on a free port, with its state in a folder; throws if it does not come up. */
export async function startProduct(folder: string): Promise<Product> {
  const port = await freePort()
  const running = startNode([program], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      WEBHOOK_SECRET: webhookSecret,
      STATE_FILE: join(folder, 'product.json'),
    },
  })
  await running.until(() => running.output().includes('waiting for Koogate'), readyWithinMs)
  return { url: `http://127.0.0.1:${port}/koogate`, stop: () => running.stop() }
}
