import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import { shortMessages } from '../../db/message/short-messages.ts'
import { findMessage } from '../../db/message/messages.ts'
import { newId } from '../../db/new-id.ts'
import type { RerunRow } from '../../db/rerun/reruns.ts'
import type { TurnEnd } from '../../db/rerun/running.ts'
import type { TurnRow } from '../../db/rerun/turns.ts'
import type { Address } from '../../domain/address.ts'
import type { AuditChange, Services } from '../services.ts'
import { judgeReruns } from './judge-reruns.ts'
import { type Rerun, type StoredCall, storedCall } from './stored-call.ts'
import { answered, failed, passedOver } from './turn-end.ts'

/** What a turn is run with. */
export interface TurnOptions {
  /** False where the process before may have run it. */
  readonly isNew: boolean
  readonly running: RerunRow
  readonly addresses: ReadonlyMap<string, Address>
  readonly rerun: Rerun
}

/**
 * Runs the call of a turn, once: the id of the message that it makes is taken only once, so what has
 * that id is what came of it, whoever ran it. Undefined where its re-run was ended before. Throws when the
 * database is away.
 */
export async function runTurn(
  turn: TurnRow,
  options: TurnOptions,
  services: Services,
): Promise<TurnEnd | undefined> {
  const { isNew, running, addresses } = options
  const { db, vault } = services
  const made = isNew ? undefined : await madeBy(turn, services)
  if (made !== undefined) return made
  if (running.state !== 'running') return undefined
  const [row] = await shortMessages(db, [turn.message_id])
  if (row === undefined) return passedOver('gone')
  const [judged] = await judgeReruns([row], { db, vault, addresses })
  if (judged?.reason !== undefined) return passedOver(judged.reason)
  const message = await findMessage(db, turn.message_id)
  const call = message && storedCall(message, addresses, vault)
  if (call === undefined) return passedOver('gone')
  return typeof call === 'string' ? passedOver(call) : run(call, turn, options, services)
}

async function run(
  call: StoredCall,
  turn: TurnRow,
  { running, rerun }: TurnOptions,
  services: Services,
): Promise<TurnEnd> {
  const messageId = turn.rerun_message_id ?? newId()
  try {
    const { answer } = await rerun(call, { audit: auditOf(running, services), messageId })
    return answered(messageId, answer)
  } catch (error) {
    // Another process may have been first, and of a commit that was cut off it is not known what became.
    const made = await madeBy(turn, services)
    if (made !== undefined) return made
    if (isDatabaseUnavailable(error)) throw error
    services.log.error({ err: error, message: call.id }, 'a message could not be run again')
    return failed
  }
}

async function madeBy(
  { rerun_message_id: id }: TurnRow,
  { db }: Pick<Services, 'db'>,
): Promise<TurnEnd | undefined> {
  const made = id === null ? undefined : await findMessage(db, id)
  return made && answered(made.id, { resultCode: made.result_code, resultMsg: made.result_msg })
}

/** The entries are of whoever has begun the re-run. */
function auditOf(
  { token_id, token_name, request_id, reason }: RerunRow,
  { now }: Pick<Services, 'now'>,
): AuditChange {
  const who = { token_id, token_name, request_id, reason, operation: 'createMessageReruns' }
  return (subjects) => ({ id: newId(), at: now(), kind: 'change', ...who, subjects, fields: [] })
}
