import type { Instance } from './instance.ts'
import { withNote, withoutNote } from './plan.ts'

// While an import is open a V1 purchase of an unknown order may be an old one: V1 calls for it again
// whenever the buyer opens the page of the resource.

const note =
  'maybe sold before: waits for the import of its order, or for PUT app-info if it is new'

/** The instance with the flag. */
export function flagMaybeSoldBefore(instance: Instance): Instance {
  return withNote(instance, note)
}

/** Whether it still waits for an import, or for whoever knows better. */
export function isMaybeSoldBefore({ notes, phase }: Instance): boolean {
  return phase === 'provisioning' && notes.includes(note)
}

/** The instance without the flag. */
export function unflagged(instance: Instance): Instance {
  return withoutNote(instance, note)
}
