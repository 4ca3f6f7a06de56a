import { findAsk } from '../../db/ask/asks.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { type Ask, isOpen, isWorkedOn } from '../../domain/ask/ask.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { provision } from '../../domain/instance/life-cycle.ts'
import { unflagged } from '../../domain/instance/maybe-sold-before.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Call } from '../call.ts'
import type { CallResult, FetchOrder } from '../handler.ts'
import type { Services } from '../services.ts'
import { awaitAsk } from './await-ask.ts'
import { askInCall } from './in-call.ts'
import { isOrderToCome, openAsk } from './open-ask.ts'
import { afterAnswer, postpone } from './settle.ts'

/** How a call tells the store of an instance. */
type Present<Answered> = (instance: Instance) => Answered

/** What is asked for: the instance, the last ask about it, and its order as it is read. */
interface Wanted<Answered> {
  readonly instance: Instance
  readonly asked?: Ask | undefined
  readonly order?: FetchOrder | undefined
  readonly present: Present<Answered>
}

/** What is written before the product is asked, and what asks it then. */
interface Claimed<Answered> {
  readonly instance: Instance
  readonly ask: Ask
  readonly beforeAnswer: () => Promise<CallResult<Answered>>
}

/**
 * Claims an instance for the product: it is being provisioned from here on, under this id and no
 * other, and the call asks once that is committed.
 */
export function provisionByAsk<Answered extends Answer>(
  wanted: Wanted<Answered>,
  call: Call<unknown>,
  services: Services,
): Claimed<Answered> {
  const { asked } = wanted
  const instance = provision(unflagged(wanted.instance), { outcome: 'pending' }, call.now)
  const ask = openAsk(
    instance,
    {
      kind: 'provision',
      subject: instance.instanceId,
      version: (asked?.version ?? 0) + 1,
      waitsForOrder: isWaiting(instance, services),
      isOwn: true,
    },
    services,
  )
  return { instance, ask, beforeAnswer: askBeforeAnswer(ask, wanted, call, services) }
}

// An order of V1 is told by its call, and one that was read is known.
function isWaiting(instance: Instance, services: Services): boolean {
  const [purchase] = instance.orders
  if (purchase === undefined || purchase.read !== null) return false
  return isOrderToCome(purchase, instance, services)
}

// Asked once, whatever the second commit meets.
function askBeforeAnswer<Answered extends Answer>(
  ask: Ask,
  { order, present }: Wanted<Answered>,
  call: Call<unknown>,
  services: Services,
): () => Promise<CallResult<Answered>> {
  let asking: ReturnType<typeof askInCall> | undefined
  return async () => {
    asking ??= askInCall(ask, call, services, order)
    const { asked, ask: claimed, afterCommit } = await asking
    const instance = await findInstance(services.db, services.vault, ask.instanceId)
    if (instance === undefined) throw new Error(`instance ${ask.instanceId} is gone`)
    if (asked === undefined) return { answer: present(instance), afterCommit }
    const change = afterAnswer(instance, asked, services.now())
    return {
      answer: present(change.instance),
      ...(change.instance !== instance && change),
      afterCommit: () => postpone(claimed, asked, services),
    }
  }
}

/** An instance as it is once nobody is asking for it any more, and the last ask about it. */
export interface Awaited {
  readonly instance: Instance
  readonly asked: Ask | undefined
  /** It was refused before this call, or nobody was asked yet: this call asks. */
  readonly isToBeAsked: boolean
}

/** Waits for the answer that another call or the worker is waiting for, as long as this call may. */
export async function awaitAnswer(
  known: Instance,
  call: Call<unknown>,
  services: Services,
): Promise<Awaited> {
  if (known.phase === 'ready' || known.phase === 'released') return awaited(known)
  const { db, vault, now } = services
  const { instanceId } = known
  const asked = await findAsk(db, vault, { kind: 'provision', subject: instanceId })
  if (asked === undefined || !isWorkedOn(asked, now())) return awaited(known, asked)
  const last = await awaitAsk(asked, call, services)
  const instance = (await findInstance(db, vault, instanceId)) ?? known
  return { instance, asked: last, isToBeAsked: false }
}

function awaited(instance: Instance, asked?: Ask): Awaited {
  const { phase } = instance
  const isUnasked = phase === 'provisioning' && (asked === undefined || !isOpen(asked))
  return { instance, asked, isToBeAsked: phase === 'failed' || isUnasked }
}
