/** A number of bytes that several share. */
export interface ByteBudget {
  /** Takes so many bytes, all or none; false when they are not there. */
  take(bytes: number): boolean
  give(bytes: number): void
}

export function createByteBudget(total: number): ByteBudget {
  let left = total
  return {
    take(bytes) {
      if (bytes > left) return false
      left -= bytes
      return true
    },
    give(bytes) {
      left += bytes
    },
  }
}
