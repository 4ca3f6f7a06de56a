// Plays the store against a real service, over HTTP and with signatures, and prints what happens.
// Exit code 0 only if every answer and every state is right.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastClock } from '../src/simulator/clock.ts'
import { startOrderStore, type OrderStore } from '../src/simulator/order-store.ts'
import { createReporter } from '../src/simulator/reporter.ts'
import { playScenario, type Scenario, type StepResult } from '../src/simulator/scenario.ts'
import { kitLife } from '../src/simulator/scenarios/kit.ts'
import {
  licenseCodeLife,
  licenseV1Life,
  onlineLicense,
  type OnlineStore,
} from '../src/simulator/scenarios/licenses.ts'
import { saasV1Life } from '../src/simulator/scenarios/saas-v1.ts'
import { lifeOfAnInstance, manualProvisioning } from '../src/simulator/scenarios/saas-v2.ts'
import { createScriptedStore } from '../src/simulator/scripted-store.ts'
import { createSellerView, readPublicKey, type SellerView } from '../src/simulator/seller-view.ts'
import { createSimulatedStore } from '../src/simulator/simulated-store.ts'
import { credentials, keys, managementToken, settingsFor } from './demo/keys.ts'
import { startService, type Service } from './demo/service.ts'

const reporter = createReporter((text) => void process.stdout.write(text))

/** A running service, who looks at it, and the store's open APIs that it asks. */
interface Scenery {
  readonly service: Service
  readonly seller: SellerView
  readonly orderStore: OrderStore
}

async function demo(folder: string): Promise<boolean> {
  const orderStore = await startOrderStore(credentials)
  try {
    // Both on one database: the second service starts on what the first one left.
    const atOnce = await withService('template', { folder, orderStore }, playAll)
    const byHand = await withService('manual', { folder, orderStore }, playManual)
    return reporter.end([...atOnce, ...byHand])
  } finally {
    await orderStore.close()
  }
}

async function withService(
  provisioning: 'template' | 'manual',
  { folder, orderStore }: { readonly folder: string; readonly orderStore: OrderStore },
  act: (scenery: Scenery) => Promise<readonly StepResult[]>,
): Promise<readonly StepResult[]> {
  const service = await startService(settingsFor(provisioning, folder, orderStore.url.origin))
  try {
    const seller = createSellerView(service.url, managementToken)
    const results = await act({ service, seller, orderStore })
    if (results.some(({ wrong }) => wrong.length > 0)) reporter.note(service.output())
    return results
  } finally {
    await service.stop()
  }
}

async function playAll(scenery: Scenery): Promise<readonly StepResult[]> {
  // The seller makes its pair of keys while the others are played.
  const publicKey = readPublicKey(scenery.seller)
  const results = [
    ...(await play(lifeOfAnInstance, createSimulatedStore(callerOptions(scenery)), scenery)),
    ...(await play(saasV1Life, createScriptedStore(callerOptions(scenery)), scenery)),
    ...(await play(onlineLicense, createOnlineStore(scenery), scenery)),
    ...(await play(licenseV1Life, createScriptedStore(callerOptions(scenery)), scenery)),
    ...(await play(licenseCodeLife, createScriptedStore(callerOptions(scenery)), scenery)),
  ]
  const kit = { ...callerOptions(scenery), publicKey: await publicKey }
  for (const edition of ['V2', 'V1'] as const)
    results.push(...(await play(kitLife(edition), createScriptedStore(kit), scenery)))
  return results
}

function playManual(scenery: Scenery): Promise<readonly StepResult[]> {
  return play(manualProvisioning, createSimulatedStore(callerOptions(scenery)), scenery)
}

function play<Store>(
  scenario: Scenario<Store>,
  store: Store,
  { seller, orderStore }: Scenery,
): Promise<readonly StepResult[]> {
  reporter.scenario(scenario)
  return playScenario(scenario, { store, seller, orderStore }, reporter.step)
}

function callerOptions({ service, orderStore }: Scenery) {
  return { sellerUrl: service.url, keys, clock: fastClock(), orderStore }
}

function createOnlineStore(scenery: Scenery): OnlineStore {
  const options = callerOptions(scenery)
  const { call, cast } = createScriptedStore(options)
  return { ...createSimulatedStore({ ...options, sells: 'licenseA' }), call, cast }
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
