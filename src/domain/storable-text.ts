// Postgres holds no NUL character and no half of a surrogate pair.

/** False for text that Postgres cannot hold. */
export function isStorable(value: unknown): boolean {
  return typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))
}

/** The text with U+FFFD for each character that Postgres cannot hold. */
export function toStorable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}
