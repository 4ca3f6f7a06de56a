import type { Vault } from '../crypto/vault.ts'
import type { OldEvent, OldTold } from '../db/event/number-old.ts'
import { type EventType, feedTypeOf } from '../domain/event/event-types.ts'
import { subjectOf } from '../domain/subject.ts'

/** What is told of an entry that a version before the feed has written: what it kept. */
export function tellOld(
  { instance_id: instanceId, type, order_id: orderId, address, family, test }: OldEvent,
  vault: Vault,
): OldTold {
  const data = { instanceId, address: address ?? '', family, test: test ?? false }
  const cause = { messageId: null, orderId }
  return {
    topic: subjectOf('instance', instanceId),
    type: feedTypeOf(type as EventType, undefined),
    data: vault.encrypt(JSON.stringify({ ...data, cause })),
  }
}
