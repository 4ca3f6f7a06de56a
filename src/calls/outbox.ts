import type { EventOutboxTable } from '../db/event/event-tables.ts'
import type { AlarmEventRow } from '../db/unit-of-work.ts'
import { type AlarmStory, toldAlarm } from '../events/told-alarm.ts'
import { toldInstance } from '../events/told-instance.ts'
import { toldLicense } from '../events/told-license.ts'
import { toldOrder } from '../events/told-order.ts'
import { type Told, outboxRow } from '../events/told.ts'
import type { ClearedAlarmRow, NewAlarmRow } from '../db/alarm/alarm-tables.ts'
import type { Changes } from './changes.ts'
import type { Services } from './services.ts'

type ToldChanges = Pick<
  Changes,
  'message' | 'instance' | 'license' | 'before' | 'orderStory' | 'told' | 'events'
>

/** The rows by which changes are told to the seller's product: one for each subject. */
export function outboxRows(
  changes: ToldChanges,
  at: Date,
  { vault }: Pick<Services, 'vault'>,
): readonly EventOutboxTable[] {
  const { instance, license, orderStory, events = [], told = [] } = changes
  const { message, before = {} } = changes
  const messageId = message?.id ?? null
  const cause = { messageId, orderId: orderStory?.order.order_id ?? null }
  const all: Told[] = [
    ...(instance ? [toldInstance({ instance, before: before.instance, events, ...cause })] : []),
    ...(license ? [toldLicense({ license, before: before.license, messageId })] : []),
    ...(orderStory ? [toldOrder(orderStory, { vault, at, messageId })] : []),
    ...told.map((one) => ({ ...one, data: { ...one.data, cause: { messageId, orderId: null } } })),
  ]
  return all.map((one) => outboxRow(one, vault, at))
}

/** The rows by which alarms are told: where one is raised that was not open, or ends that was. */
export function alarmEventRows(
  { alarms, clearedAlarms }: { alarms: NewAlarmRow[]; clearedAlarms: ClearedAlarmRow[] },
  at: Date,
  { vault }: Pick<Services, 'vault'>,
): readonly AlarmEventRow[] {
  const stories: AlarmStory[] = [
    ...alarms.map(({ key, subject, text }) => ({
      ...{ type: 'alarm.raised' as const, key, subject, text },
    })),
    ...clearedAlarms.map(({ key, subject }) => ({
      ...{ type: 'alarm.cleared' as const, key, subject, text: null },
    })),
  ]
  return stories.map((story) => ({
    ...outboxRow(toldAlarm(story, at), vault, at),
    key: story.key,
    subject: story.subject,
    told_if_open: story.type === 'alarm.cleared',
  }))
}
