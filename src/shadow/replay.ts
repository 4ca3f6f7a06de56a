import { noDeadline } from '../calls/deadline.ts'
import { type VerifiedCall, membersOf } from '../calls/call.ts'
import { runCall } from '../calls/run-call.ts'
import type { Services } from '../calls/services.ts'
import { inSavepoint } from '../db/savepoint.ts'
import type { Address } from '../domain/address.ts'
import { type Answer, answer, refused } from '../domain/answer.ts'
import { Refusal } from '../domain/refusal.ts'
import { splitTarget } from '../http/split-target.ts'
import { admit } from '../http/store/authenticate.ts'
import { matchRoute } from '../http/store/match-route.ts'
import { openCall } from '../http/store/open-call.ts'
import type { ValidateBody } from '../http/store/validate-body.ts'
import { completeAsOld } from './old-provisioning.ts'
import type { OldAnswer, RecordedCall } from './recorded-call.ts'

/** What a recorded call is answered with here, and what it is about. */
export interface Replayed {
  readonly status: number
  readonly members: Answer
  readonly activity: string
  /** Order or instance, whichever the call names. */
  readonly about: string
}

/** What recorded calls are answered with. */
export interface ReplayOptions {
  readonly addresses: ReadonlyMap<string, Address>
  readonly validateBody: ValidateBody
  /** Writes into the transaction that is undone. */
  readonly services: Services
  /** The path that all calls are taken to have come to; theirs by default. */
  readonly path: string | undefined
}

/** Answers a recorded call as the service would; what it has written is there for those after it. */
export async function replay(call: RecordedCall, options: ReplayOptions): Promise<Replayed> {
  const { addresses, services } = options
  const [ownPath, query] = splitTarget(call.target)
  const path = options.path ?? ownPath
  const route = matchRoute(call.method, path, addresses)
  if ('status' in route) {
    const members = answer('000002', 'unknown address, path or method')
    return { status: route.status, members, activity: path, about: '' }
  }
  const { headers, body, at } = call
  const head = openCall({ headers, originalUrl: `${path}?${query}` }, route, at)
  const received = call.method === 'GET' ? head : { ...head, rawBody: Buffer.from(body) }
  try {
    const verified = admit(head)(received)
    await completeAsOld(call.old, route.address, services)
    const run = { bodyOf: options.validateBody, deadline: noDeadline }
    // A fault of the database ends what is open; here that is this call and not all of them.
    const given = await inSavepoint(services.db, () =>
      runCall(withOldId(verified, call.old), run, services),
    )
    return { status: 200, members: given.answer, ...namesOf(verified) }
  } catch (error) {
    const members = error instanceof Refusal ? refused(error) : answer('000005', String(error))
    return { status: 200, members, activity: path, about: '' }
  }
}

/**
 * A purchase that is not known here gets the id that the old server gave it, or no later call would
 * find it: an instance takes its businessId for its id.
 */
function withOldId(call: VerifiedCall, { members = {} }: OldAnswer): VerifiedCall {
  const { instanceId } = members
  const given = membersOf(call)
  if (typeof instanceId !== 'string' || !('businessId' in given)) return call
  const read = { members: { ...given, businessId: instanceId } }
  return { ...call, parsed: () => read }
}

function namesOf(call: VerifiedCall): Pick<Replayed, 'activity' | 'about'> {
  const { activity, orderId, instanceId } = membersOf(call)
  const about = [orderId, instanceId].filter((one) => typeof one === 'string').join(' ')
  return { activity: typeof activity === 'string' ? activity : call.operation, about }
}
