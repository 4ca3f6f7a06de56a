import type { Judging } from '../calls/rerun/judge-reruns.ts'
import { mayBeRefunded } from '../calls/rerun/may-be-refunded.ts'
import { type SelectedReruns, selectReruns } from '../calls/rerun/select-reruns.ts'
import type { ManagementSchemas } from '../contract/index.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import type { MessageFilter } from '../db/message/messages.ts'
import { newId } from '../db/new-id.ts'
import {
  type RerunRow,
  beginRerun,
  cancelRerun,
  findRerun,
  findRunningRerun,
  listReruns,
} from '../db/rerun/reruns.ts'
import { listTurns } from '../db/rerun/turns.ts'
import { inTransaction } from '../db/transaction.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { viewCounted, viewRerun, viewTurn } from './message-rerun-view.ts'
import { unknownMessageRerun } from './not-found.ts'
import { Problem } from './problem.ts'

type Filter = ManagementSchemas['MessageFilter']

/** Re-runs of many messages, the newest first. */
export const listMessageReruns: ManagementHandler<'listMessageReruns'> = async (
  { query },
  { services },
) => {
  const found = await listReruns(services.db, query, pageFrom('message-reruns', query))
  const next = nextCursor('message-reruns', found, query)
  return { items: found.items.map(viewRerun), nextCursor: next }
}

/** One of them. */
export const getMessageRerun: ManagementHandler<'getMessageRerun'> = async ({ path }, context) =>
  viewRerun(await rerunOf(path.id, context))

/**
 * Begins to run again all messages that match, or counts them. Throws Problem 409 where they could not be
 * counted, or one runs.
 */
export const createMessageReruns: ManagementHandler<'createMessageReruns'> = async (
  { body: { filter, dryRun = false } },
  context,
) => {
  const { caller, now } = context.services
  const at = now()
  const selected = await countInTurn(until(filter, at), context)
  if (dryRun) {
    const refunded = await mayBeRefunded(selected.toRun, judgingOf(context), at)
    return viewCounted(selected, { filter, by: caller.tokenName, at, mayBeRefunded: refunded })
  }
  if (!selected.exact) throw tooMany(selected.matched)
  return viewRerun(await rerunOf(await begin(filter, selected, context), context))
}

/** Ends one that runs; one that has ended stays as it is. */
export const cancelMessageRerun: ManagementHandler<'cancelMessageRerun'> = async (
  { path: { id } },
  context,
) => {
  const { db, now, audit } = context.services
  await rerunOf(id, context)
  await inTransaction(db, async (transaction) => {
    if (!(await cancelRerun(transaction, id, now()))) return
    await insertAudit(transaction, audit([subjectOf('message-rerun', id)]))
  })
  return viewRerun(await rerunOf(id, context))
}

/** The calls of one, the newest first. */
export const listRerunMessages: ManagementHandler<'listRerunMessages'> = async (
  { path: { id }, query },
  context,
) => {
  const { outcome } = query
  await rerunOf(id, context)
  const page = pageFrom('rerun-messages', query)
  const found = await listTurns(context.services.db, { rerunId: id, outcome }, page)
  return { items: found.items.map(viewTurn), nextCursor: nextCursor('rerun-messages', found) }
}

// One count at a time: it takes seconds, and the connections are those of all that is looked at.
async function countInTurn(
  filter: MessageFilter,
  context: ManagementContext,
): Promise<SelectedReruns> {
  const { turns, gone } = context.services
  const giveBack = await turns.take('count of re-runs')
  try {
    if (gone.aborted) throw new Problem(503, 'Whoever asked has hung up.')
    return await selectReruns(filter, judgingOf(context), context.services)
  } finally {
    giveBack()
  }
}

function judgingOf({ services: { db, vault }, addresses }: ManagementContext): Judging {
  return { db, vault, addresses }
}

// What comes later than the request is not in the set, nor are its own re-runs.
function until({ from = '', to = '', ...named }: Filter, at: Date) {
  const end = parseDateTime(to)
  return { ...named, from: parseDateTime(from), to: end !== undefined && end < at ? end : at }
}

async function begin(
  filter: Filter,
  { matched, toRun, skipped }: SelectedReruns,
  { services }: ManagementContext,
): Promise<string> {
  const { db, now, audit } = services
  const id = newId()
  const entry = audit([subjectOf('message-rerun', id)])
  const { token_id, token_name, request_id, reason } = entry
  const given = { ...{ id, filter, matched, skipped }, token_id, token_name, request_id, reason }
  const isBegun = await inTransaction(db, async (transaction) => {
    if (!(await beginRerun(transaction, given, { messages: toRun, now: now() }))) return false
    await insertAudit(transaction, { ...entry, fields: Object.keys(filter) })
    return true
  })
  if (!isBegun) throw await isRunning(services.db)
  return id
}

async function rerunOf(id: string, { services }: ManagementContext): Promise<RerunRow> {
  const row = await findRerun(services.db, id)
  if (row === undefined) throw unknownMessageRerun(id)
  return row
}

async function isRunning(db: ManagementContext['services']['db']): Promise<Problem> {
  const running = await findRunningRerun(db)
  return new Problem(409, `Re-run ${running?.id ?? ''} is still under way.`, {
    code: 'message-rerun-running',
  })
}

function tooMany(matched: number): Problem {
  const detail = `More than ${matched} messages match; narrow the filter, by from and to for instance.`
  return new Problem(409, detail, { code: 'too-many-messages' })
}
