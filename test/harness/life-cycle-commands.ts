import fc from 'fast-check'
import type { Provisioning } from './life-cycle-model.ts'

// Random calls of the store and what else happens to instances, as data that a test plays.

/** Whose instance a call names: of which order line, and whether the test or the real one. */
export interface Target {
  readonly line: number
  readonly test: boolean
}

const often = <Value>(usual: Value, rare: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare })

// Few order lines and orders, so that calls meet. Line 0 is bought at the start, line 3 never is.
const line = often(0, fc.nat(3), 2)
const order = fc.nat(3)
const isTest = often(false, fc.constant(true), 5)
const target: fc.Arbitrary<Target> = fc.record({ line, test: isTest })

const scene = fc.constantFrom(
  'TRIAL_TO_FORMAL',
  'RENEWAL',
  'UNSUBSCRIBE_RENEWAL_PERIOD',
  'RENEWAL_CHANGE',
)

const call = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      activity: fc.constant('newInstance' as const),
      line: often(0, fc.nat(2), 1),
      provisioning: fc.constantFrom<Provisioning>('ready', 'ready', 'pending', 'refused'),
      reusesId: often(undefined, target, 6),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      activity: fc.constant('refreshInstance' as const),
      target,
      order,
      scene,
      expiresOnDay: fc.oneof(fc.integer({ min: -20, max: 0 }), fc.integer({ min: 1, max: 60 })),
      digits: fc.constantFrom(14, 17),
      product: fc.option(fc.nat(2), { nil: undefined }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      activity: fc.constant('updateInstanceStatus' as const),
      target,
      status: fc.constantFrom('FREEZE', 'UNFREEZE'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ activity: fc.constant('upgradeInstance' as const), target, order }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('releaseInstance' as const), target }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ activity: fc.constant('changeInstanceCheck' as const), target }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      activity: fc.constant('queryInstance' as const),
      targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ activity: fc.constant('orderNotify' as const), order }) },
)

/** One thing that happens. */
export const command = fc.oneof(
  // At the other address of the site, when the order was moved there.
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('call' as const),
      call,
      test: isTest,
      isMoved: often(false, fc.constant(true), 3),
    }),
  },
  // The store resends a call, also one that newer calls have overtaken.
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('resend' as const),
      back: fc.nat(12),
      isMoved: fc.boolean(),
    }),
  },
  // What the store does at an expiry: by chance alone these three would seldom meet.
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('expire' as const),
      target,
      scene,
      days: fc.integer({ min: -20, max: 20 }),
    }),
  },
  // Somebody sends the very bytes again.
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replay' as const), back: fc.nat(3) }) },
  // A call that was signed too long ago, or by a clock that is ahead.
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('stale' as const),
      call,
      seconds: fc.constantFrom(-61, 61),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('complete' as const), target }) },
)

/** What one call of the store says, its ids as numbers. */
export type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never
export type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never
