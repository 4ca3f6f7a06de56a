import type { KeyObject } from 'node:crypto'
import type { AccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import type { OrderStore } from '../../src/simulator/api/order-store.ts'
import type { Reporter } from '../../src/simulator/scenarios/reporter.ts'
import {
  playScenario,
  type Scenario,
  type StepResult,
} from '../../src/simulator/scenarios/scenario.ts'
import { kitLife } from '../../src/simulator/scenarios/kit.ts'
import {
  licenseCodeLife,
  licenseV1Life,
  onlineLicense,
  type OnlineStore,
} from '../../src/simulator/scenarios/licenses.ts'
import { saasV1Life } from '../../src/simulator/scenarios/saas-v1.ts'
import {
  lifeOfAnInstance,
  manualProvisioning,
  provisionedByProduct,
} from '../../src/simulator/scenarios/saas-v2.ts'
import { createScriptedStore } from '../../src/simulator/store/scripted-store.ts'
import type { SellerView } from '../../src/simulator/scenarios/seller-view.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'

/** A running service, the keys it knows, who looks at it, and the store's open APIs that it asks. */
export interface DemoService {
  readonly service: { readonly url: string }
  readonly keys: AccessKeys
  readonly seller: SellerView
  readonly orderStore: OrderStore
  readonly publicKey: () => Promise<KeyObject>
}

type DemoReporter = Pick<Reporter, 'scenario' | 'step'>
type RunScenario = (running: DemoService, reporter?: DemoReporter) => Promise<readonly StepResult[]>

/** Every scenario with the store that plays it, by the way in which the service provisions. */
export const plays = {
  template: {
    'saas-v2': play(lifeOfAnInstance, simulated),
    'saas-v1': play(saasV1Life, scripted),
    'license-a': play(onlineLicense, online),
    'license-b': play(licenseV1Life, scripted),
    'license-c': play(licenseCodeLife, scripted),
    'kit-v2': play(kitLife('V2'), withPublicKey),
    'kit-v1': play(kitLife('V1'), withPublicKey),
  },
  manual: { manual: play(manualProvisioning, simulated) },
  webhook: { webhook: play(provisionedByProduct, simulated) },
} satisfies Record<string, Record<string, RunScenario>>

function play<Store>(
  scenario: Scenario<Store>,
  open: (running: DemoService) => Store | Promise<Store>,
): RunScenario {
  return async (running, reporter) => {
    const { seller, orderStore } = running
    const store = await open(running)
    reporter?.scenario(scenario)
    return playScenario(scenario, { store, seller, orderStore }, reporter?.step)
  }
}

function callerOptions({ service, keys, orderStore }: DemoService) {
  return { sellerUrl: service.url, keys, clock: fastClock(), orderStore }
}

function simulated(running: DemoService) {
  return createSimulatedStore(callerOptions(running))
}

function scripted(running: DemoService) {
  return createScriptedStore(callerOptions(running))
}

async function withPublicKey(running: DemoService) {
  const publicKey = await running.publicKey()
  return createScriptedStore({ ...callerOptions(running), publicKey })
}

function online(running: DemoService): OnlineStore {
  const options = callerOptions(running)
  const { call, context } = createScriptedStore(options)
  return { ...createSimulatedStore({ ...options, sells: 'licenseA' }), call, context }
}
