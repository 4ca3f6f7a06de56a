const hidden = '***'

// What a seller's answer may tell that a report, which is passed on, must not.
const privateNames = /passw|pwd|secret|token|licen[cs]e$|memo|mobile|phone|e-?mail|adminUrl/i

/** The text of an answer with its private members hidden; one that is not JSON stays as it is. */
export function hidePrivate(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    const masked = JSON.stringify(value, (name, member: unknown) =>
      typeof member === 'string' && member !== '' && privateNames.test(name) ? hidden : member,
    )
    // The bytes matter where a rule is about them: only what has something to hide is written anew.
    return masked.includes(hidden) ? masked : text
  } catch {
    return text
  }
}
