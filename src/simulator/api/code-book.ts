/** A code as the store keeps it (授权码). */
export interface SoldCode {
  /** `waiting` until the buyer has received it, `received` until it is activated. */
  status: 'waiting' | 'received' | 'ALIVE' | 'EXPIRED' | 'RELEASED'
  expireTime: Date
  readonly orderId: string
  /** The one of the documents' sample by default. */
  readonly productId?: string
  /** How many units it is good for, 1 by default. */
  readonly amount?: number
  activatedAt?: Date
}

/** Where the codes are kept that were sold. */
export interface CodeBook {
  readonly find: (code: string) => SoldCode | undefined
  /** Activates a code that was received; false where it is none any more. */
  readonly activate: (code: string) => boolean | Promise<boolean>
}

/** A book in memory. */
export function memoryBook(sold: ReadonlyMap<string, SoldCode>, now: () => Date): CodeBook {
  return {
    find: (code) => sold.get(code),
    activate(code) {
      const one = sold.get(code)
      if (one?.status !== 'received') return false
      Object.assign(one, { status: 'ALIVE', activatedAt: now() })
      return true
    },
  }
}
