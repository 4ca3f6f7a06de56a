import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import { shortMessages } from '../../db/message/short-messages.ts'
import { findMessage } from '../../db/message/messages.ts'
import { newId } from '../../db/new-id.ts'
import type { RerunRow } from '../../db/rerun/reruns.ts'
import type { TurnEnd } from '../../db/rerun/running.ts'
import type { TurnRow } from '../../db/rerun/turns.ts'
import type { Address } from '../../domain/address.ts'
import type { SkipReason } from '../../domain/rerun/skips.ts'
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
  const made = isNew ? undefined : await madeBy(turn, services)
  if (made !== undefined) return made
  if (running.state !== 'running') return undefined
  try {
    const call = await callOf(turn, addresses, services)
    return typeof call === 'string' ? passedOver(call) : await run(call, turn, options, services)
  } catch (error) {
    // Another process may have been first, and of a commit that was cut off it is not known what became.
    const others = await madeBy(turn, services)
    if (others !== undefined) return others
    if (isDatabaseUnavailable(error)) throw error
    // One that cannot be read is passed, too: the others behind it go on.
    services.log.error({ err: error, message: turn.message_id }, 'a message could not be run again')
    return failed
  }
}

/** The call of a turn, or why it is passed over. */
async function callOf(
  { message_id: id }: TurnRow,
  addresses: TurnOptions['addresses'],
  { db, vault }: Services,
): Promise<StoredCall | SkipReason> {
  const [row] = await shortMessages(db, [id])
  if (row === undefined) return 'gone'
  const [judged] = await judgeReruns([row], { db, vault, addresses })
  if (judged?.reason !== undefined) return judged.reason
  const message = await findMessage(db, id)
  return message === undefined ? 'gone' : storedCall(message, addresses, vault)
}

async function run(
  call: StoredCall,
  turn: TurnRow,
  { running, rerun }: TurnOptions,
  services: Services,
): Promise<TurnEnd> {
  const messageId = turn.rerun_message_id ?? newId()
  const { answer } = await rerun(call, { audit: auditOf(running, services), messageId })
  return answered(messageId, answer)
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
