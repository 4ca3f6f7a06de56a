import type { Message } from '../message/message.ts'
import type { Scheme, SchemeId } from '../scheme.ts'
import { akSk } from './ak-sk.ts'
import { bodySign } from './body-sign.ts'
import { usage } from './usage.ts'
import { v1Body, v1Query } from './v1.ts'
import { kitV2, v2 } from './v2.ts'
import { webhook } from './webhook.ts'

/** The ways of signing by their names. */
export const schemes = {
  v2,
  'v1-query': v1Query,
  'v1-body': v1Body,
  'body-sign': bodySign,
  'kit-v2': kitV2,
  'ak-sk': akSk,
  usage,
  webhook,
} as const satisfies Record<SchemeId, Scheme>

// A push of usage is signed with AK/SK too; what is rarer is looked for first.
const inOrder = [webhook, kitV2, v1Body, usage, akSk, bodySign, v1Query, v2]

/** The way in which a message is signed, by what it carries. */
export function schemeIn(message: Message): Scheme | undefined {
  return inOrder.find(({ isIn }) => isIn(message))
}
