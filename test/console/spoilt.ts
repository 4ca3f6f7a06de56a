import { hostileStrings } from './hostile-strings.ts'

const time = /^\d{4}-\d\d-\d\dT/
let next = 0

/** The next of the hostile texts. */
function hostileText(): string {
  next += 1
  return hostileStrings[next % hostileStrings.length] ?? ''
}

/** An answer in which every text is a hostile one, but times and the members that are kept. */
export function spoilt(answer: unknown, kept: ReadonlySet<string>, name = ''): unknown {
  if (typeof answer === 'string') {
    return time.test(answer) || kept.has(name) ? answer : hostileText()
  }
  if (Array.isArray(answer)) return answer.map((one) => spoilt(one, kept, name))
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer).map(([key, one]) => [key, spoilt(one, kept, key)]),
  )
}

/** A refusal whose every word is hostile. */
export function hostileProblem(status: number) {
  const body = {
    ...{ type: hostileText(), title: hostileText(), status, code: hostileText() },
    ...{ detail: hostileText(), requestId: hostileText() },
    errors: [{ field: hostileText(), message: hostileText() }],
  }
  return { status, body }
}
