import type { Exchange } from '../exchange.ts'
import type { Seller } from '../seller.ts'
import { isDone } from './outcome.ts'
import { hasStep, type Step, type StepName, stepOf } from './steps.ts'
import { ready, type Subject } from './subject.ts'

/** From the first day to the last; a generation lives through those that it has. */
const life: readonly StepName[] = [
  'query',
  'renew',
  'turnTrialIntoFormal',
  'changeOnRenewal',
  'cancelRenewal',
  'upgrade',
  'freeze',
  'unfreeze',
  'expire',
  'renew',
  'query',
  'release',
]

/** A step that was played, or the purchase, which has no name. */
export interface Played {
  readonly name: StepName | undefined
  readonly exchange: Exchange
}

/** Plays a whole life by test calls or by real ones, until a step fails; the last one is what failed. */
export async function playLife(seller: Seller, { test }: { test: boolean }): Promise<Played[]> {
  const call = ({ activity, members }: Step) =>
    seller.call(activity, test ? { ...members, testFlag: '1' } : members)
  const played: Played[] = []
  const subject = await begin(seller, call, played)
  const names = subject === undefined ? [] : life.filter((name) => hasStep(seller.generation, name))
  for (const name of names) {
    if (subject === undefined || hasFailed(played)) break
    played.push({ name, exchange: await call(stepOf(seller, name, subject)) })
  }
  return played
}

/** True where the last call was not carried out. */
export function hasFailed(played: readonly Played[]): boolean {
  const last = played.at(-1)
  return last !== undefined && !isDone(last.exchange)
}

async function begin(
  seller: Seller,
  call: (step: Step) => Promise<Exchange>,
  played: Played[],
): Promise<Subject | undefined> {
  const { purchase } = seller
  const orderId = seller.newId('ORDER')
  if (purchase === undefined) return { id: seller.newId('LICENSE'), orderId, members: {} }
  const members = seller.valid(purchase)
  const exchange = await call({ activity: purchase, members })
  played.push({ name: undefined, exchange })
  const { instanceId, resultCode } = exchange.answer
  if (!isDone(exchange) || instanceId === undefined) return undefined
  if (resultCode !== '000000') await ready(seller, instanceId)
  return { id: instanceId, orderId: String(members['orderId']), members }
}
