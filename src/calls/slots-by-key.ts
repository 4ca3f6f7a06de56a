import { type Slots, createSlots } from './slots.ts'

/** Slots of which nobody can take all: so many for each key, and so many in all. */
export interface SlotsByKey {
  /** Returns what gives the slot back; undefined where none is free. */
  take(key: string): (() => void) | undefined
}

/** What one key keeps busy, an auth centre that does not answer for example, stops no other. */
export function createSlotsByKey(count: number, perKey: number): SlotsByKey {
  const all = createSlots(count)
  const byKey = new Map<string, { readonly slots: Slots; users: number }>()
  return {
    take(key) {
      const own = byKey.get(key) ?? { slots: createSlots(perKey), users: 0 }
      const giveOwn = own.slots.take()
      const giveAll = giveOwn && all.take()
      if (giveAll === undefined) {
        giveOwn?.()
        return undefined
      }
      own.users += 1
      byKey.set(key, own)
      return () => {
        giveAll()
        giveOwn?.()
        own.users -= 1
        if (own.users === 0) byKey.delete(key)
      }
    },
  }
}
