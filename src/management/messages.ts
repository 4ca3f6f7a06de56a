import { type StoredCall, type Unrunnable, storedCall } from '../calls/rerun/stored-call.ts'
import { type MessageRow, findMessage, listMessages as findPage } from '../db/message/messages.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { viewAnswer, viewMessage, viewMessageDetail } from './message-view.ts'
import { Problem, type ProblemCode } from './problem.ts'
import { unknownMessage } from './not-found.ts'

/** The calls of the store that were kept, re-runs among them, the newest first. */
export const listMessages: ManagementHandler<'listMessages'> = async ({ query }, { services }) => {
  const page = pageFrom('messages', query)
  const { from = '', to = '' } = query
  const filter = { ...query, from: parseDateTime(from), to: parseDateTime(to) }
  const found = await findPage(services.db, filter, page)
  return { items: found.items.map(viewMessage), nextCursor: nextCursor('messages', found, query) }
}

/** One call and its answer, private values masked. */
export const getMessage: ManagementHandler<'getMessage'> = async ({ path }, context) => {
  return viewMessageDetail(await messageOf(path.id, context), context.services.vault)
}

/** Runs a kept call again. Throws Problem as runnable does. */
export const rerunMessage: ManagementHandler<'rerunMessage'> = async ({ path }, context) => {
  const call = runnable(await messageOf(path.id, context), context)
  const { messageId, answer } = await context.rerun(call, { audit: context.services.audit })
  return { message: viewMessage(await messageOf(messageId, context)), answer: viewAnswer(answer) }
}

/**
 * A kept call as it is run again. Throws Problem 409 for one that was not verified, or whose address or
 * operation is not there any more.
 */
export function runnable(
  message: MessageRow,
  { services, addresses }: ManagementContext,
): StoredCall {
  const call = storedCall(message, addresses, services.vault)
  if (typeof call === 'string') throw refusal(message, call)
  return call
}

function refusal({ id, address, operation }: MessageRow, reason: Unrunnable): Problem {
  switch (reason) {
    case 'not_verified':
      return conflict(
        'message-not-verified',
        `Message ${id} failed signature verification, so it cannot be run again.`,
      )
    case 'address_gone':
      return conflict(
        'address-not-configured',
        `Address ${address} of message ${id} is not configured any more.`,
      )
    case 'operation_gone':
      return conflict(
        'operation-not-known',
        `Message ${id} is of the operation ${operation}, which this version does not have.`,
      )
  }
}

function conflict(code: ProblemCode, detail: string): Problem {
  return new Problem(409, detail, { code })
}

async function messageOf(id: string, { services }: ManagementContext) {
  const message = await findMessage(services.db, id)
  if (message === undefined) throw unknownMessage(id)
  return message
}
