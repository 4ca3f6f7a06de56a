import fc from 'fast-check'
import { commandsWith, dayFromBegin, isTest, often, wait } from './import-commands.ts'
import { longest } from './life-cycle-run.ts'
import type { Provisioning } from './modelled-sales.ts'

// Random V1 calls of the store and what else happens to instances, as data that a test plays.

// Few orders and products, so that calls meet.
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const target = fc.record({
  order: often(0, fc.nat(3), 2),
  product: often(0, fc.nat(1)),
  test: isTest,
})

const call = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      activity: fc.constant('newInstance' as const),
      target,
      expiresOnDay: maybe(dayFromBegin),
      acceptedOnDay: often(undefined, fc.integer({ min: 1, max: 2 }), 2),
      isTrial: fc.boolean(),
      provisioning: fc.constantFrom<Provisioning>('ready', 'ready', 'pending', 'refused'),
      reusesId: often(undefined, target, 6),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      activity: fc.constant('refreshInstance' as const),
      target,
      change: fc.nat(3),
      expiresOnDay: dayFromBegin,
      digits: fc.constantFrom(14, 17),
      product: maybe(fc.nat(2)),
      orderAmount: fc.constantFrom(undefined, '100.125', '-100'),
      trialToFormal: fc.constantFrom(undefined, '1'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('upgrade' as const),
      target,
      change: fc.nat(3),
      product: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ activity: fc.constant('expireInstance' as const), target }) },
  {
    weight: 4,
    arbitrary: fc.record({
      activity: fc.constant('instanceStatus' as const),
      target,
      instanceStatus: fc.constantFrom('FREEZE', 'NORMAL'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('releaseInstance' as const), target }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('queryInstance' as const),
      target,
      others: fc.array(target, { maxLength: 2 }),
    }),
  },
)

const command = fc.oneof(
  // At the other address of the site, when the order was moved there.
  {
    weight: 14,
    arbitrary: fc.record({
      does: fc.constant('call' as const),
      call,
      test: isTest,
      isMoved: often(false, fc.constant(true)),
    }),
  },
  // The store resends a call, also one that newer calls have overtaken, or its very bytes.
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('resend' as const),
      back: fc.nat(12),
      sameId: fc.boolean(),
      isMoved: fc.boolean(),
    }),
  },
  // An import is opened or closed: while it is open a purchase that nobody knows waits.
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('setImport' as const), open: fc.boolean() }),
  },
  { weight: 2, arbitrary: wait },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('complete' as const), target }) },
)

/** What happens in one run. */
export const commands = commandsWith(command, longest)

type Value<Of> = Of extends fc.Arbitrary<infer Given> ? Given : never
export type Call = Value<typeof call>
/** One thing that happens. */
export type Command = Value<typeof commands>[number]
/** Whose instance a call names: bought by which order, and whether the test or the real one. */
export type Target = Value<typeof target>
