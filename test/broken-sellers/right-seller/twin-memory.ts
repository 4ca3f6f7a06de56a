import { setTimeout as pause } from 'node:timers/promises'
import type { Call, Seller } from './parts.ts'

// What a twin remembers beside the memory of the seller whose part it replaces.
const notes = new WeakMap<object, Map<string, string>>()

/** The notes that a twin keeps at a seller, or about an instance. */
export function notesOf(owner: object): Map<string, string> {
  const own = notes.get(owner) ?? new Map<string, string>()
  notes.set(owner, own)
  return own
}

/** True if the seller has met this key before; it has from now on. */
export function seenBefore({ memory }: Seller, key: string): boolean {
  const own = notesOf(memory)
  const isSeen = own.has(key)
  own.set(key, '')
  return isSeen
}

/** Long enough for calls that were sent at once to meet. */
const meetingMs = 20

/** Lets others in before it goes on, as a query of a database does. */
export function meanwhile(): Promise<void> {
  return pause(meetingMs)
}

/** Does the work while `clashes` finds nothing among the keys of those that are at work; else refuses. */
export async function unlessBusy<Result>(
  { memory }: Seller,
  key: string,
  {
    clashes,
    refuse,
    work,
  }: {
    readonly clashes: (other: string) => boolean
    readonly refuse: () => never
    readonly work: () => Result | Promise<Result>
  },
): Promise<Result> {
  const atWork = notesOf(memory)
  const mine = `at work ${key}`
  if ([...atWork.keys()].some((other) => other.startsWith('at work ') && clashes(other.slice(8))))
    refuse()
  atWork.set(mine, '')
  await meanwhile()
  try {
    return await work()
  } finally {
    atWork.delete(mine)
  }
}

/** A key of the call itself, whatever its order: the activity and what it is about. */
export function subjectOf({ activity, members }: Call): string {
  return JSON.stringify([activity, members['instanceId'] ?? members['license']])
}
