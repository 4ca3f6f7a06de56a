import type { MessageRow } from '../../db/messages.ts'
import type { MessageFamily } from '../ask.ts'

const families: readonly string[] = ['saas', 'orders'] satisfies MessageFamily[]

/** The interface family of a kept message. Throws for one that only a newer version can have written. */
export function familyOf({ id, family }: MessageRow): MessageFamily {
  if (isFamily(family)) return family
  throw new Error(`message ${id} is of the unknown family ${family}`)
}

function isFamily(family: string): family is MessageFamily {
  return families.includes(family)
}
