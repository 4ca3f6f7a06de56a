// Plays the store against a real service, over HTTP and with signatures, and prints what happens: all
// scenarios, or those that the arguments name. Exit code 0 only if every answer and every state is right.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOrderStore, type OrderStore } from '../src/simulator/api/order-store.ts'
import { createReporter } from '../src/simulator/scenarios/reporter.ts'
import type { StepResult } from '../src/simulator/scenarios/scenario.ts'
import { createSellerView, readPublicKey } from '../src/simulator/scenarios/seller-view.ts'
import { credentials, keys, managementToken, settingsFor } from './demo/keys.ts'
import { plays } from './demo/plays.ts'
import { startProduct } from './demo/product.ts'
import { startService } from './demo/service.ts'

const reporter = createReporter((text) => void process.stdout.write(text))
const provisionings = ['template', 'manual', 'webhook'] as const

async function demo(folder: string, names: readonly string[]): Promise<boolean> {
  const orderStore = await startOrderStore(credentials)
  const results: StepResult[] = []
  try {
    // All on one database: the second service starts on what the first one left.
    for (const provisioning of provisionings) {
      if (names.some((name) => name in plays[provisioning]))
        results.push(...(await playAll(provisioning, names, { folder, orderStore })))
    }
    return reporter.end(results)
  } finally {
    await orderStore.close()
  }
}

async function playAll(
  provisioning: (typeof provisionings)[number],
  names: readonly string[],
  { folder, orderStore }: { readonly folder: string; readonly orderStore: OrderStore },
): Promise<readonly StepResult[]> {
  const product = provisioning === 'webhook' ? await startProduct(folder) : undefined
  const places = { folder, storeUrl: orderStore.url.origin, productUrl: product?.url }
  const service = await startService(settingsFor(provisioning, places))
  try {
    const seller = createSellerView(service.url, managementToken)
    const scenery = { service, keys, seller, orderStore, publicKey: () => readPublicKey(seller) }
    const results: StepResult[] = []
    for (const [name, play] of Object.entries(plays[provisioning])) {
      if (names.includes(name)) results.push(...(await play(scenery, reporter)))
    }
    if (results.some(({ wrong }) => wrong.length > 0)) reporter.note(service.output())
    return results
  } finally {
    await service.stop()
    await product?.stop()
  }
}

const all = Object.values(plays).flatMap(Object.keys)
const named = process.argv.slice(2)
const unknown = named.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  reporter.note(`There is no scenario ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'koogate-demo-'))
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }
process.on('exit', () => rmSync(folder, removal))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  process.exitCode = (await demo(folder, named.length > 0 ? named : all)) ? 0 : 1
} catch (error) {
  reporter.note(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
