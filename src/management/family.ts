import type { MessageRow } from '../db/message/messages.ts'
import type { InterfaceFamily } from '../calls/call.ts'

// A missing family does not compile.
const families = {
  'saas-v2': true,
  'saas-v1': true,
  'license-a': true,
  'license-b': true,
  'license-c': true,
  orders: true,
  kit: true,
} satisfies Record<InterfaceFamily, true>

/** The interface family of a kept message. Throws for one that only a newer version can have written. */
export function familyOf({ id, family }: MessageRow): InterfaceFamily {
  if (isFamily(family)) return family
  throw new Error(`message ${id} is of the unknown family ${family}`)
}

function isFamily(family: string): family is InterfaceFamily {
  return Object.hasOwn(families, family)
}
