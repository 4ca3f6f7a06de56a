import type { Instance } from '../instance/instance.ts'
import { withNote, withoutNote } from '../instance/plan.ts'

const note =
  'the store does not give the order that bought it: look whether its site is the right one'

/** The instance with the flag that the store does not know its order. */
export function flagUnknownAtStore(instance: Instance): Instance {
  return withNote(instance, note)
}

export function isUnknownAtStore({ notes }: Pick<Instance, 'notes'>): boolean {
  return notes.includes(note)
}

/** The instance without the flag: the store has given its order. */
export function knownAtStore(instance: Instance): Instance {
  return withoutNote(instance, note)
}
