/** Single records in a row that were refused with one code of the call. */
export interface Streak {
  readonly code: string | null
  readonly count: number
  readonly since: Date | null
}

/** So many in a row are no fault of theirs. */
export const brakeAfter = 8

/** No record was refused alone since something was taken. */
export const noStreak: Streak = { code: null, count: 0, since: null }

/** What an answer says of a streak. */
export interface StreakAnswer {
  /** Something of the address was taken: its account, key and form are right. */
  readonly isTaken: boolean
  /** A record was refused alone, with this code. */
  readonly refusedAlone: string | undefined
}

/** The streak after an answer; one that says nothing of single records leaves it as it is. */
export function nextStreak(streak: Streak, answer: StreakAnswer, now: Date): Streak {
  const { isTaken, refusedAlone } = answer
  if (isTaken) return noStreak
  if (refusedAlone === undefined) return streak
  const isLonger = streak.code === refusedAlone
  return {
    code: refusedAlone,
    count: isLonger ? streak.count + 1 : 1,
    since: (isLonger ? streak.since : null) ?? now,
  }
}
