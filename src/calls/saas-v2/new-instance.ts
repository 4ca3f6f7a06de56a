import { randomUUID } from 'node:crypto'
import type { SellerSchemas } from '../../contract/index.ts'
import { findByClaim } from '../../db/instance/instances.ts'
import { provision as provisionByBuiltInWay } from '../../ports/provisioning.ts'
import { type Answer, answer, success } from '../../domain/answer.ts'
import type { Family, Instance } from '../../domain/instance/instance.ts'
import { type Purchase, provision, purchase } from '../../domain/instance/life-cycle.ts'
import { type Ask, type Decide, type Outcome, claimOf } from '../call.ts'
import { purchaseEvents } from '../instance-events.ts'
import { provisionInTime } from '../provision-with-timeout.ts'
import type { Services } from '../services.ts'

type NewInstance = SellerSchemas['NewInstance']

/** The activity newInstance of a family; the online license has the shape of SaaS V2. */
export function newInstanceIn(family: Family): Decide<NewInstance> {
  return (ask, services) => newInstance({ ...ask, family }, services)
}

interface Purchasing extends Ask<NewInstance> {
  readonly family: Family
}

/**
 * Makes the instance of an order line once; a repeat answers from its present state. The claim's
 * unique key tells a repeat, not a select before: only when it was taken is the instance read. A test
 * purchase nearly always is a repeat, so it is looked up at once; and so is any other where a port of
 * the seller's own would be asked in vain.
 */
async function newInstance(ask: Purchasing, services: Services): Promise<Outcome> {
  const { orderId, orderLineId } = ask.body
  const claim = claimOf(ask, 'newInstance', [orderId, orderLineId])
  const isInstant = services.provision === provisionByBuiltInWay
  const isNew = ask.attempt === 1 && !ask.test && isInstant
  const known = isNew ? undefined : await findByClaim(services.db, services.vault, claim)
  if (known !== undefined && known.phase !== 'failed') return { answer: presentState(known) }

  const bought = known ?? purchase(purchaseOf(ask), ask.now)
  const { result: provisioned, afterwards } = await provisionInTime(ask, bought, services)
  const instance = provision(bought, provisioned, ask.now)
  const events = purchaseEvents(known === undefined, instance)
  const answer = presentState(instance)
  const outcome = { answer, instance, events, ...(afterwards && { afterwards }) }
  if (known !== undefined) return outcome
  const { instanceId } = instance
  return {
    ...outcome,
    claim: { ...claim, instanceId },
    fetchOrder: {
      address: ask.address.name,
      orderId,
      orderLineId,
      instanceId,
      callNamedProduct: false,
    },
  }
}

// Debug cases reuse typed ids. That another claim has taken the businessId shows at the commit too,
// and then the instance gets an id of its own.
function purchaseOf({ address, family, test, body, attempt }: Purchasing): Purchase {
  const { businessId, orderId, orderLineId } = body
  const instanceId = attempt === 1 ? businessId : randomUUID()
  return { instanceId, address: address.name, family, test, businessId, orderId, orderLineId }
}

function presentState(instance: Instance): Answer {
  const { instanceId, phase, failure } = instance
  if (phase === 'provisioning') return answer('000004', 'provisioning', { instanceId })
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return success({ instanceId })
}
