import { idOf } from './activities.ts'
import type { Call, Seller } from './parts.ts'
import { Refusal } from './refusal.ts'

/** Throws Refusal for a test call about an instance that no test purchase has made. */
export function mustBeKnown(call: Call, { memory }: Seller): void {
  if (!call.isTest || call.generation === 'licenseC') return
  const unknown = idOf(call)
    .split(',')
    .find((id) => !memory.test.instances.has(id))
  if (unknown !== undefined) throw new Refusal('000003', 'the instance is unknown')
}
