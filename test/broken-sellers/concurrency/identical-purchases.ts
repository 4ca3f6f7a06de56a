import { meanwhile } from '../right-seller/twin-memory.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Looks whether an order is there, and makes an instance if not: two calls get through. */
export const twin: Twin = {
  async once(key, work, { claims }) {
    const before = claims.get(key) as ReturnType<typeof work> | undefined
    await meanwhile()
    if (before !== undefined) return before
    const made = await work()
    claims.set(key, Promise.resolve(made))
    return made
  },
}
