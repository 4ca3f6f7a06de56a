import type { Exchange } from '../exchange.ts'
import { outcomeOf } from '../judging.ts'
import { breach, type Breach, CannotJudge } from '../rule.ts'
import type { Seller } from '../seller.ts'
import { isDone } from './outcome.ts'
import { hasStep, type Step, type StepName, stepOf } from './steps.ts'
import { ready, sold, type Subject } from './subject.ts'

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

/** Plays a whole life by test calls or by real ones, until a call fails, which is the last one then. */
async function playLife(seller: Seller, { test }: { test: boolean }): Promise<Exchange[]> {
  const call = ({ activity, members }: Step) =>
    seller.call(activity, test ? { ...members, testFlag: '1' } : members)
  const played: Exchange[] = []
  const subject = await begin(seller, call, played)
  const names = subject === undefined ? [] : life.filter((name) => hasStep(seller.generation, name))
  for (const name of names) {
    if (subject === undefined || played.some((one) => !isDone(one))) break
    played.push(await call(stepOf(seller, name, subject)))
  }
  return played
}

async function begin(
  seller: Seller,
  call: (step: Step) => Promise<Exchange>,
  played: Exchange[],
): Promise<Subject | undefined> {
  const { purchase } = seller
  if (purchase === undefined) return sold(seller)
  const members = seller.valid(purchase)
  const exchange = await call({ activity: purchase, members })
  played.push(exchange)
  const { instanceId, resultCode } = exchange.answer
  if (!isDone(exchange) || instanceId === undefined) return undefined
  if (resultCode !== '000000') await ready(seller, instanceId)
  return { id: instanceId, orderId: String(members['orderId']), members }
}

/** Judges that real calls get as far in a life as test calls do, which is to its end. */
export async function judgeWholeLife(seller: Seller): Promise<readonly Breach[]> {
  const test = await playLife(seller, { test: true })
  const real = await playLife(seller, { test: false })
  const last = real.at(-1)
  if (last === undefined || isDone(last)) return []
  const testLast = test.at(-1)
  const failsAlike = testLast !== undefined && !isDone(testLast) && test.length <= real.length
  if (failsAlike) throw new CannotJudge(failsInTests)
  const { en, zh } = outcomeOf(last)
  const message = {
    en: `Step ${real.length} of the life, ${last.activity}, succeeds as a test call; as a real one: ${en}.`,
    zh: `生命周期的第 ${real.length} 步 ${last.activity}，调试调用成功；真实调用：${zh}。`,
  }
  return [breach(message, ...real)]
}

const failsInTests = {
  en: 'The life ends in a test call too: other rules say where.',
  zh: '调试调用同样无法走完生命周期，具体见其他规则。',
}
