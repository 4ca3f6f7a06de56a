type Pair<Value> = readonly [name: string, old: Value | undefined, fresh: Value | undefined]

/** What two tables have under each name that stands in one of them or in both. */
export function pairByName<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): Pair<Value>[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].map((name) => [name, before.get(name), after.get(name)])
}
