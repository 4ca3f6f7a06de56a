import fc from 'fast-check'
import { commandsWith, dayFromBegin, isTest, often, wait } from './import-commands.ts'
import { longest } from './life-cycle-run.ts'
import type { Provisioning } from './modelled-sales.ts'

// Random calls of the store and what else happens to instances, as data that a test plays.

/** Whose instance a call names: of which order line, and whether the test or the real one. */
export interface Target {
  readonly line: number
  readonly test: boolean
}

// Few order lines and orders, so that calls meet.
const line = often(0, fc.nat(3), 2)
const order = fc.nat(3)
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
      line: often(0, fc.nat(3), 1),
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
      expiresOnDay: dayFromBegin,
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

const command = fc.oneof(
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
  { weight: 2, arbitrary: wait },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('complete' as const), target }) },
)

/** What happens in one run. */
export const commands = commandsWith(command, longest)

/** What one call of the store says, its ids as numbers. */
export type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never
/** One thing that happens. */
export type Command = typeof commands extends fc.Arbitrary<(infer Value)[]> ? Value : never
