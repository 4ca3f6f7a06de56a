import fc from 'fast-check'

// Rows of the seller's records as random data, and what V1 and V2 have in common in their commands.

/** Mostly one value, now and then another. */
export const often = <Value>(usual: Value, rare: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare })

export const isTest = often(false, fc.constant(true), 5)

/** Days go by. */
export const wait = fc.record({
  does: fc.constant('wait' as const),
  days: fc.integer({ min: 1, max: 20 }),
})

/** Few days, so that a cancelled renewal goes back to an expiry that was there. */
export const dayFromBegin = fc.integer({ min: -4, max: 12 }).map((steps) => steps * 5)

// Few orders, so that what is imported meets what is sold. An order is one that changes, or the
// purchase of the next line.
const named = fc.record({
  role: fc.constantFrom('renewal', 'renewal', 'conversion', 'change', 'refund', 'upgrade'),
  order: fc.oneof(
    { weight: 9, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.constant('next' as const) },
  ),
})

const row = fc.record({
  line: often(3, fc.nat(3), 1),
  product: often(0, fc.nat(1)),
  /** The row of another line names this instance. */
  stolenId: often(undefined, fc.nat(3), 8),
  isNamed: often(true, fc.constant(false)),
  expiresOnDay: fc.option(dayFromBegin, { nil: undefined, freq: 4 }),
  trial: often(false, fc.constant(true)),
  status: often('active' as const, fc.constant('frozen' as const)),
  orders: fc.array(named, { maxLength: 3 }),
  isMoved: often(false, fc.constant(true)),
})

/** An instance that was sold before is imported. */
const importCommand = fc.record({ does: fc.constant('import' as const), row })

/** A row is imported once more. */
export const importAgain = fc.record({ does: fc.constant('importAgain' as const), back: fc.nat(3) })

type Value<Of> = Of extends fc.Arbitrary<infer Given> ? Given : never
export type RowCommand = Value<typeof row>
export type ImportCommand = Value<typeof importCommand> | Value<typeof importAgain>

/** Commands, often after an import that they then meet. */
export function commandsWith<Command>(
  command: fc.Arbitrary<Command>,
  longest: number,
): fc.Arbitrary<(Command | ImportCommand)[]> {
  const first = row.map((one) => ({ does: 'import' as const, row: { ...one, line: 0 } }))
  const all = fc.oneof(
    { weight: 12, arbitrary: command },
    { weight: 1, arbitrary: importCommand },
    { weight: 1, arbitrary: importAgain },
  )
  return fc
    .tuple(
      fc.array(first, { maxLength: 1 }),
      fc.array(all, { minLength: 1, maxLength: longest, size: 'max' }),
    )
    .map(([before, commands]) => [...before, ...commands])
}
