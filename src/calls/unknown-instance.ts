import { type AlarmChange, raiseAlarm } from './alarms.ts'
import type { Call } from './call.ts'

/**
 * The store asked for a change of a real instance that nobody here has sold: its order was made
 * elsewhere, or lost. The call is refused and the store tries again; that is one alarm.
 */
export function unknownInstanceAlarm({
  address,
  body,
}: Call<{ readonly instanceId: string }>): AlarmChange {
  const { instanceId } = body
  const text = `the store named an unknown instance at ${address.name}`
  return raiseAlarm('instance.unknown', `instance:${instanceId}`, text)
}
