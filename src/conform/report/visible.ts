// Control characters but the tab and the end of a line; what turns the direction of a line (UAX #9).
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A text that may hold what a seller answered: such characters as a terminal would obey, or that would
 * turn its line, are written out.
 */
export function visible(text: string): string {
  return text.replace(unseen, (one) => {
    const code = one.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}
