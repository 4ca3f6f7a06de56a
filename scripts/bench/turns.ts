/**
 * Gives each its turn, again and again, and returns what each measured, round by round. What else the
 * machine does meets all alike; every other round goes backwards, so that nobody always follows the
 * same one.
 */
export async function inTurns<Name extends string, Subject, Value>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
  measure: (subject: Subject) => Promise<Value>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(subjects) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Value[]
  >
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      measured[name].push(await measure(subjects[name]))
    }
  }
  return measured
}
