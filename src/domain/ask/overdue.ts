import type { Instance } from '../instance/instance.ts'
import { withNote, withoutNote } from '../instance/plan.ts'

const note =
  'the product has not made it in the time that the store waits: look at the order, which the store may have refunded'

/** The instance with the flag: the store has stopped waiting for it. */
export function flagOverdue(instance: Instance): Instance {
  return withNote(instance, note)
}

export function isOverdue({ notes }: Pick<Instance, 'notes'>): boolean {
  return notes.includes(note)
}

/** The instance without the flag. */
export function inTime(instance: Instance): Instance {
  return withoutNote(instance, note)
}
