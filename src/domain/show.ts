/**
 * Something private for reading: in clear to a caller with the scope `personal`, who is then known to
 * have seen it of the subject (domain/subject.ts); masked to any other.
 */
export type Show = <Value>(subject: string, value: Value, mask: (value: Value) => Value) => Value

/** Who reads, and of what. */
export interface Reader {
  readonly show: Show
  readonly subject: string
}

/** Shows to somebody who may see everything, or nothing that is private. */
export function showTo({ personal }: { readonly personal: boolean }): Show {
  return (_subject, value, mask) => (personal ? value : mask(value))
}
