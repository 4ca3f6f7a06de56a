// Plays the store against a real service, over HTTP and with signatures, and prints what happens.
// Exit code 0 only if every answer and every state is right.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAccessKeys } from '../src/simulator/access-keys.ts'
import { fastClock } from '../src/simulator/clock.ts'
import { startOrderStore, type OrderStore } from '../src/simulator/order-store.ts'
import { createReporter } from '../src/simulator/reporter.ts'
import { playScenario, type Scenario, type StepResult } from '../src/simulator/scenario.ts'
import { lifeOfAnInstance, manualProvisioning } from '../src/simulator/scenarios/saas-v2.ts'
import { createSellerView } from '../src/simulator/seller-view.ts'
import { createSimulatedStore } from '../src/simulator/simulated-store.ts'
import { startService } from './demo/service.ts'

const reporter = createReporter((text) => void process.stdout.write(text))
const keys = makeAccessKeys()
const credentials = { accessKey: 'DEMO-ACCESS-KEY', secretKey: secret() }
const managementToken = secret()

async function demo(folder: string): Promise<boolean> {
  const orderStore = await startOrderStore(credentials)
  try {
    const life = await play(lifeOfAnInstance, 'template', folder, orderStore)
    const byHand = await play(manualProvisioning, 'manual', folder, orderStore)
    return reporter.end([...life, ...byHand])
  } finally {
    await orderStore.close()
  }
}

// Both on one database: the second service starts on what the first one left.
async function play(
  scenario: Scenario,
  provisioning: string,
  folder: string,
  orderStore: OrderStore,
): Promise<readonly StepResult[]> {
  const service = await startService(settingsFor(provisioning, folder, orderStore))
  try {
    reporter.scenario(scenario)
    const store = createSimulatedStore({
      sellerUrl: service.url,
      keys,
      clock: fastClock(),
      orderStore,
    })
    const stage = { store, seller: createSellerView(service.url, managementToken), orderStore }
    const results = await playScenario(scenario, stage, reporter.step)
    if (results.some(({ wrong }) => wrong.length > 0)) reporter.note(service.output())
    return results
  } finally {
    await service.stop()
  }
}

function settingsFor(provisioning: string, folder: string, orderStore: OrderStore) {
  return {
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    KOOGATE_BASIC_KEY: keys.basic,
    KOOGATE_ORDER_KEY: keys.order,
    KOOGATE_MANAGEMENT_TOKEN: managementToken,
    KOOGATE_STORE_URL: orderStore.url.origin,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
    KOOGATE_PROVISIONING: provisioning,
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

const folder = mkdtempSync(join(tmpdir(), 'koogate-demo-'))
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }
process.on('exit', () => rmSync(folder, removal))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  process.exitCode = (await demo(folder)) ? 0 : 1
} catch (error) {
  reporter.note(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
