import { createHash } from 'node:crypto'

/**
 * Words of the statements that fill a database. Each of them makes rows of the numbers `n` of a series,
 * and draws what a row has from its number: the same at every run, whatever the seed.
 */

/** A number from 0 up to, and not with, `below`; another `salt` draws another one. */
export function draw(below: number | string, salt: number, n = 'n'): string {
  return `((hashint8extended(${n}, ${salt}) & 4294967295) % ${below})`
}

/** One of these texts, with so many of a thousand each; the last one has the rest. */
export function share(of: Readonly<Record<string, number>>, salt: number, n = 'n'): string {
  const texts = Object.entries(of)
  let upTo = 0
  const cases = texts.slice(0, -1).map(([text, thousandths]) => {
    upTo += thousandths
    return `when ${draw(1000, salt, n)} < ${upTo} then '${text}'`
  })
  return `case ${cases.join(' ')} else '${texts.at(-1)?.[0]}' end`
}

/** True for so many of a thousand. */
export function some(thousandths: number, salt: number, n = 'n'): string {
  return `${draw(1000, salt, n)} < ${thousandths}`
}

/** The time of a row, of which the first is of now and the last of so many days ago. */
export function since(days: number, rows: number, n = 'n'): string {
  return `(now() - (${n} * ${(days * 86_400) / rows} + 1) * interval '1 second')`
}

/** When a row of a time was last changed: it may be any moment since. */
export function changedSince(time: string, salt: number): string {
  return `(${time} + (now() - ${time}) * ${draw(1_000_000, salt)} / 1000000)`
}

/** An id that begins with a time, as ours do. */
export function idAt(time: string): string {
  return `uuidv7(${time} - clock_timestamp())`
}

/** The id of the instance with a number. */
export function instanceIdOf(n: string): string {
  return uuidOf('instance', n)
}

/** The order that bought the instance with a number. */
export function orderIdOf(n: string): string {
  return `'CS' || lpad((${n})::text, 12, '0')`
}

/** The address at which an instance is called. */
export function addressOf(n: string): string {
  return share({ main: 700, partner: 200, intl: 100 }, 1, `(${n})::bigint`)
}

/** The id of whatever kind with a number. */
export function uuidOf(kind: string, n: string): string {
  return `md5('${kind}' || (${n}))::uuid::text`
}

/** The same id, where it is asked for. */
export function idOf(kind: string, n: number): string {
  const digits = createHash('md5').update(`${kind}${n}`).digest('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The same order. */
export function orderId(n: number): string {
  return `CS${String(n).padStart(12, '0')}`
}

/** The id of a license, which is a hash. */
export function licenseIdOf(n: string): string {
  return `md5('license' || (${n}))`
}

/** The same license. */
export function licenseId(n: number): string {
  return createHash('md5').update(`license${n}`).digest('hex')
}
