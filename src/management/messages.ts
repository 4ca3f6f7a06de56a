import { type MessageRow, findMessage, listMessages as findPage } from '../db/message/messages.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { isOperation } from '../interfaces.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementContext, ManagementHandler, StoredCall } from './context.ts'
import { viewAnswer, viewMessage, viewMessageDetail } from './message-view.ts'
import { Problem } from './problem.ts'
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

/** Runs a kept call again. Throws Problem as storedCall does. */
export const rerunMessage: ManagementHandler<'rerunMessage'> = async ({ path }, context) => {
  const { services } = context
  const run = storedCall(await messageOf(path.id, context), context)
  const { messageId, answer } = await context.rerun(run, services.audit)
  return { message: viewMessage(await messageOf(messageId, context)), answer: viewAnswer(answer) }
}

/**
 * A kept call as it is run again. Throws Problem 409 for one that was not verified, or whose address or
 * operation is not there any more.
 */
export function storedCall(message: MessageRow, context: ManagementContext): StoredCall {
  const { services, addresses } = context
  if (!message.verified) {
    throw new Problem(
      409,
      `Message ${message.id} failed signature verification, so it cannot be run again.`,
      { code: 'message-not-verified' },
    )
  }
  const address = addresses.get(message.address)
  if (address === undefined) {
    throw new Problem(
      409,
      `Address ${message.address} of message ${message.id} is not configured any more.`,
      { code: 'address-not-configured' },
    )
  }
  const { id, operation } = message
  if (!isOperation(operation)) {
    throw new Problem(
      409,
      `Message ${id} is of the operation ${operation}, which this version does not have.`,
      { code: 'operation-not-known' },
    )
  }
  return { id, address, operation, rawBody: services.vault.decrypt(message.body) }
}

async function messageOf(id: string, { services }: ManagementContext) {
  const message = await findMessage(services.db, id)
  if (message === undefined) throw unknownMessage(id)
  return message
}
