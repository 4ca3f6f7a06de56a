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
import { lifeOfAnInstance, manualProvisioning } from '../../src/simulator/scenarios/saas-v2.ts'
import { createScriptedStore } from '../../src/simulator/store/scripted-store.ts'
import type { SellerView } from '../../src/simulator/scenarios/seller-view.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'

/** A running service, the keys it knows, who looks at it, and the store's open APIs that it asks. */
export interface Scenery {
  readonly service: { readonly url: string }
  readonly keys: AccessKeys
  readonly seller: SellerView
  readonly orderStore: OrderStore
  readonly publicKey: () => Promise<KeyObject>
}

type Audience = Pick<Reporter, 'scenario' | 'step'>
type Play = (scenery: Scenery, audience?: Audience) => Promise<readonly StepResult[]>

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
} satisfies Record<string, Record<string, Play>>

function play<Store>(
  scenario: Scenario<Store>,
  open: (scenery: Scenery) => Store | Promise<Store>,
): Play {
  return async (scenery, audience) => {
    const { seller, orderStore } = scenery
    const store = await open(scenery)
    audience?.scenario(scenario)
    return playScenario(scenario, { store, seller, orderStore }, audience?.step)
  }
}

function callerOptions({ service, keys, orderStore }: Scenery) {
  return { sellerUrl: service.url, keys, clock: fastClock(), orderStore }
}

function simulated(scenery: Scenery) {
  return createSimulatedStore(callerOptions(scenery))
}

function scripted(scenery: Scenery) {
  return createScriptedStore(callerOptions(scenery))
}

async function withPublicKey(scenery: Scenery) {
  const publicKey = await scenery.publicKey()
  return createScriptedStore({ ...callerOptions(scenery), publicKey })
}

function online(scenery: Scenery): OnlineStore {
  const options = callerOptions(scenery)
  const { call, context: context } = createScriptedStore(options)
  return { ...createSimulatedStore({ ...options, sells: 'licenseA' }), call, context: context }
}
