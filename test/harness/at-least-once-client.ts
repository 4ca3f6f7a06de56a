import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from './contract-hook.ts'
import type { OrderLine } from './database-snapshot.ts'
import { newOrder, storeCall } from './store.ts'

type Members = Readonly<Record<string, unknown>>

/** A call that the store got its 000000 for. */
export interface Acknowledged {
  readonly activity: string
  /** Stands in the body of the attempt that was answered, and of no other. */
  readonly mark: string
  readonly instanceId: string
}

/** The whole life of one order, every call of it acknowledged. */
export interface Life {
  readonly bought: OrderLine
  readonly renewal: OrderLine
  readonly upgrade: OrderLine
  readonly notice: OrderLine
  readonly expireTime: string
  readonly isReleased: boolean
  readonly acknowledged: readonly Acknowledged[]
  /** How many attempts were cut off in the middle. */
  readonly cutOff: number
}

const retryAfterMs = 25

/**
 * Plays the store through one order: buys, renews, upgrades, freezes, releases (every second one),
 * notifies. A call without an answer is sent again, with a new businessId, nonce and timestamp, until
 * there is one; some are sent again after their answer. Throws when an answer is not 000000.
 */
export async function liveOnce(service: { readonly url: string }, turn: number): Promise<Life> {
  const [bought, renewal, upgrade, notice] = [newOrder(), newOrder(), newOrder(), newOrder()]
  const expireTime = `20${String(30 + (turn % 60))}0615120000`
  const isReleased = turn % 2 === 0
  const acknowledged: Acknowledged[] = []
  let cutOff = 0
  const send = async (members: Members, path: 'saas' | 'orders' = 'saas') => {
    for (let copies = turn % 3 === 0 ? 2 : 1; copies > 0; copies--) {
      acknowledged.push(await deliver(service, members, path, () => cutOff++))
    }
    return acknowledged[0]?.instanceId
  }
  const instanceId = await send({ activity: 'newInstance', ...bought })
  const scene = { scene: 'RENEWAL', expireTime }
  await send({ activity: 'refreshInstance', instanceId, ...renewal, ...scene })
  await send({ activity: 'upgradeInstance', instanceId, ...upgrade })
  await send({ activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' })
  if (isReleased) await send({ activity: 'releaseInstance', instanceId })
  await send({ activity: 'orderNotify', ...notice }, 'orders')
  return { bought, renewal, upgrade, notice, expireTime, isReleased, acknowledged, cutOff }
}

async function deliver(
  service: { readonly url: string },
  members: Members,
  path: 'saas' | 'orders',
  onCutOff: () => void,
): Promise<Acknowledged> {
  for (;;) {
    const mark = randomUUID()
    const attempt = { ...members, businessId: mark }
    const answer = await storeCall(service, attempt, { path }).catch((error: unknown) => {
      if (isCutOff(error)) onCutOff()
    })
    if (answer === undefined) await wait(retryAfterMs)
    else return acknowledgement(answer, attempt)
  }
}

function acknowledgement({ body, text }: Answer, { activity, businessId }: Members): Acknowledged {
  if (body['resultCode'] !== '000000') throw new Error(`the answer is ${text}`)
  const { instanceId } = body
  return { activity: String(activity), mark: String(businessId), instanceId: String(instanceId) }
}

// fetch throws a TypeError for a connection that was refused or broke; anything else is a finding.
function isCutOff(error: unknown): boolean {
  if (!(error instanceof TypeError)) throw error
  return (error.cause as { code?: unknown }).code !== 'ECONNREFUSED'
}
