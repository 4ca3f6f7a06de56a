import { type Need, needKinds, severities } from './need.ts'

/**
 * The order in which a person sees to things: by severity, then by kind, then what is too late first, then
 * what is nearest to its limit, then what has waited longest. Kinds of alarms that are not known here come
 * last.
 */
export function worstFirst(needs: readonly Need[]): Need[] {
  return needs.toSorted((a, b) => {
    const ranks = rankOf(a).map((rank, at) => rank - (rankOf(b)[at] ?? 0))
    return ranks.find((difference) => difference !== 0) ?? byText(a, b)
  })
}

// A finite number stands for never, since two of them have no difference otherwise.
const never = Number.MAX_SAFE_INTEGER

function rankOf({ severity, kind, deadline, count, limit, since }: Need): readonly number[] {
  const known = needKinds.findIndex((one) => one === kind)
  return [
    severities.indexOf(severity),
    known === -1 ? needKinds.length : known,
    deadline?.getTime() ?? never,
    limit === null || count === null ? never : limit - count,
    since?.getTime() ?? never,
  ]
}

function byText(a: Need, b: Need): number {
  const [one, other] = [a, b].map(({ kind, subject }) => `${kind} ${subject ?? ''}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}
