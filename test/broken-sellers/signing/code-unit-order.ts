import type { Twin } from '../right-seller/parts.ts'

/** Sorts as people sort, whatever the case. */
export const twin: Twin = {
  v1QueryText: (query) =>
    Object.entries(query)
      .map(([name, value]) => [name.toLowerCase(), `${name}=${String(value)}`] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, pair]) => pair)
      .join('&'),
}
