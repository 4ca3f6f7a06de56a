/** A moment of the store in the form of its API; null where there is none. */
export function iso(moment: number | undefined): string | null {
  return moment === undefined ? null : new Date(moment).toISOString()
}
