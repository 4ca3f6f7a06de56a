/** Masked forms of private texts: enough stays to recognise one that is known already. */
export const hidden = '***'

/** `186****8888`; a text that is too short to keep anything of is hidden whole. */
export function maskPhone(text: string): string {
  const { length } = text
  return length < 9 ? hidden : `${text.slice(0, length - 8)}****${text.slice(-4)}`
}

/** `l***@example.com`; without an `@` as a name. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@')
  if (at < 1) return maskAccount(text)
  return `${firstOf(text)}${hidden}${text.slice(at)}`
}

/** Name of an account, `m***1`. */
export function maskAccount(text: string): string {
  const characters = Array.from(text)
  if (characters.length < 3) return hidden
  return `${firstOf(text)}${hidden}${characters.slice(-1).join('')}`
}

/** A license code, `PL***01`: its kind, and enough to tell it from its neighbours. */
export function maskCode(text: string): string {
  const characters = Array.from(text)
  if (characters.length < 8) return hidden
  return `${characters.slice(0, 2).join('')}${hidden}${characters.slice(-2).join('')}`
}

/** Name of a person, `测***`. */
export function maskPerson(text: string): string {
  return Array.from(text).length < 2 ? hidden : `${firstOf(text)}${hidden}`
}

// Bounded, and begun at the start of a word only: a text may be as long as a body. What stands behind
// the first dot of the domain is not masked anyway.
const email = /(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,64}\.[\w-]/g
const mobile = /(?<![\w-])(?:\+?86)?1[3-9]\d{9}(?![\w-])/g

/** Masks the e-mail addresses and mobile numbers of mainland China that stand in a text. */
export function maskContacts(text: string): string {
  return text.replace(email, maskEmail).replace(mobile, maskPhone)
}

function firstOf(text: string): string {
  return Array.from(text).slice(0, 1).join('')
}
