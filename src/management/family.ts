import type { MessageRow } from '../db/message/messages.ts'
import type { MessageFamily } from '../calls/call.ts'

// A missing family does not compile.
const families = {
  saas: true,
  'saas-v1': true,
  license: true,
  'license-v1': true,
  'license-code': true,
  orders: true,
  kit: true,
} satisfies Record<MessageFamily, true>

/** The interface family of a kept message. Throws for one that only a newer version can have written. */
export function familyOf({ id, family }: MessageRow): MessageFamily {
  if (isFamily(family)) return family
  throw new Error(`message ${id} is of the unknown family ${family}`)
}

function isFamily(family: string): family is MessageFamily {
  return Object.hasOwn(families, family)
}
