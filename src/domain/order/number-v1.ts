// V1 sends all its numbers as text, and not always in the plain form: `10.0` is ten.

/** A number's text without zeros behind its point: `1.0` is `1`. */
export function plainNumber(text: string): string {
  return text.replace(/\.0*$/, '')
}

/** A whole number of at most nine digits; undefined for any other text, `.5` among them. */
export function wholeNumber(text: string | undefined): number | undefined {
  const plain = plainNumber(text ?? '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
