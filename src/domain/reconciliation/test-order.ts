/**
 * Whether an id is that of a fixed test order of the store's documents (MOCKPERIODYEARNEW and others): it
 * is made anew at each query, so that nothing about it could ever differ.
 */
export function isTestOrder(orderId: string): boolean {
  return orderId.startsWith(testOrderPrefix)
}

/** What the ids of the fixed test orders begin with. */
export const testOrderPrefix = 'MOCK'
