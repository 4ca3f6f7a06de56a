import { access } from './access.ts'
import { alarms } from './alarms.ts'
import { codes } from './codes.ts'
import { enterprises } from './enterprises.ts'
import { instances } from './instances.ts'
import { keys } from './keys.ts'
import { licenses } from './licenses.ts'
import { messages } from './messages.ts'
import { orders } from './orders.ts'
import { overview } from './overview.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'
import { usage } from './usage.ts'
import { webhooks } from './webhooks.ts'
import type { en } from '../en/index.ts'

/** 控制台的全部文字。 */
export const zh: typeof en = {
  access,
  alarms,
  codes,
  enterprises,
  instances,
  keys,
  licenses,
  messages,
  orders,
  overview,
  setup,
  shell,
  ui,
  usage,
  webhooks,
}
