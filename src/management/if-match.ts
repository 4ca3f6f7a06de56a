import { Problem, faultyRequest } from './problem.ts'

/** The versions on which a change may be made, as `If-Match` names them; undefined for any. */
export type IfMatch = readonly number[] | undefined

/** Reads an `If-Match` header: entity tags of ours, or `*`. Throws Problem 400. */
export function readIfMatch(header: string | undefined): IfMatch {
  if (header === undefined || header.trim() === '*') return undefined
  const tags = header.split(',').map((tag) => tag.trim())
  if (tags.every((tag) => /^(W\/)?"[\x21\x23-\x7e]*"$/.test(tag))) {
    // A weak tag, or one that is not a version, matches nothing.
    return tags.flatMap((tag) => (/^"\d+"$/.test(tag) ? [Number(tag.slice(1, -1))] : []))
  }
  throw faultyRequest([{ field: 'If-Match', message: 'must be an ETag in quotes, or *' }])
}

/** Throws Problem 412 for what has changed since the caller read it. */
export function requireVersion({ version }: { readonly version: number }, ifMatch: IfMatch): void {
  if (ifMatch === undefined || ifMatch.includes(version)) return
  throw new Problem(412, `It has changed since you read it: its version is ${version} now.`)
}
