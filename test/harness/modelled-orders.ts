// What the orders of an instance come to, from the text of the design and as plainly as possible; it
// shares nothing with the service. Nobody reads the orders here, so when they were placed is not known.

export interface ModelledOrder {
  readonly id: string
  readonly kind: 'purchase' | 'renewal' | 'change' | 'conversion' | 'upgrade'
  /** Milliseconds; null where the call told none. */
  expires: number | null
  /** The expiry of the instance once it was applied. */
  readonly left: number | null
  readonly product: string | null
  /** Of an imported row, which tells what all of its orders came to: the purchase stands for that. */
  readonly imported?: boolean
  undone: boolean
}

/** A renewal that ends earlier than one before it is a late one; any other call is the last. */
function placed(orders: readonly ModelledOrder[]): ModelledOrder[] {
  const line: ModelledOrder[] = []
  for (const order of orders) {
    const newer = line.findIndex((other) => {
      const isFirst = other.kind === 'purchase' && other.imported !== true
      if (isFirst || other.expires === null || order.expires === null) return false
      const bothChange = order.kind === 'change' && other.kind === 'change'
      return !bothChange && order.expires < other.expires
    })
    if (newer === -1) line.push(order)
    else line.splice(newer, 0, order)
  }
  return line.filter(({ undone }) => !undone)
}

/** The product that the orders come to. */
export function productOf(orders: readonly ModelledOrder[]): string | null {
  return placed(orders).findLast(({ product }) => product !== null)?.product ?? null
}

/** A renewal is cancelled, and the expiry goes back to a time. */
export function takeBack(orders: readonly ModelledOrder[], id: string, until: number): void {
  const line = placed(orders)
  const ending = line.filter(({ expires }) => expires === until)
  if (ending.length === 1) {
    const isBefore = (one: ModelledOrder) =>
      ending.includes(one) || (one.kind === 'upgrade' && one.left === until)
    const from = line.findIndex((one) => ending.includes(one))
    const last = line.findLastIndex((one, at) => at >= from && isBefore(one))
    for (const one of line.slice(last + 1)) {
      one.undone = one.kind !== 'conversion' && one.imported !== true
    }
    return
  }
  const renewals = line.filter(({ kind }) => kind === 'renewal' || kind === 'change')
  const cancelled = renewals.find((one) => one.id === id) ?? renewals.at(-1)
  if (cancelled !== undefined) cancelled.undone = true
}

/** A renewal never shortens. */
export function later(one: number | null, other: number): number {
  return one === null ? other : Math.max(one, other)
}
