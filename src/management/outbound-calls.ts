import type { ManagementSchemas } from '../contract/index.ts'
import {
  type OutboundCallRow,
  findOutboundCall,
  listOutboundCalls as findPage,
} from '../db/outbound/outbound-calls.ts'
import { maskCallText } from '../mask/mask.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { OutboundContent } from '../jobs/keep-outbound-calls.ts'
import type { ManagementHandler } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { unknownOutboundCall } from './not-found.ts'

type OutboundCall = ManagementSchemas['OutboundCall']

/** The calls to the stores that were kept, the newest first. */
export const listOutboundCalls: ManagementHandler<'listOutboundCalls'> = async (
  { query },
  { services },
) => {
  const page = pageFrom('outbound-calls', query)
  const { from = '', to = '' } = query
  const filter = { ...query, from: parseDateTime(from), to: parseDateTime(to) }
  const found = await findPage(services.db, filter, page)
  return { items: found.items.map(viewCall), nextCursor: nextCursor('outbound-calls', found) }
}

/** One call and its answer, private values masked. Throws Problem 404. */
export const getOutboundCall: ManagementHandler<'getOutboundCall'> = async (
  { path: { id } },
  { services: { db, vault } },
) => {
  const row = await findOutboundCall(db, id)
  if (row === undefined) throw unknownOutboundCall(id)
  const content = JSON.parse(vault.decrypt(row.content).toString()) as OutboundContent
  const { request, answer } = content
  return {
    ...viewCall(row),
    request: maskCallText(request),
    answer: answer && maskCallText(answer),
  }
}

function viewCall({
  at,
  method,
  result,
  ms,
  content: _content,
  ...row
}: OutboundCallRow): OutboundCall {
  return {
    ...row,
    at: at.toISOString(),
    method: method as OutboundCall['method'],
    result: result as OutboundCall['result'],
    durationMs: ms,
  }
}
