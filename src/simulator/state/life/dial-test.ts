import { isDone, type CallStore } from '../../store/caller.ts'
import { replayCases } from '../../store/dial-test.ts'
import { exceptionOf } from '../exceptions.ts'
import { dayInBeijing, nextHourInBeijing } from '../moment.ts'
import { callSeller, takeFault } from '../seller-call.ts'
import { notify, type Store, unlessRefused } from '../store.ts'
import type { DialTest, ListedProduct, SavedCase } from '../store-data.ts'
import { setTimer } from '../timers.ts'

// In the morning and in the afternoon (zh-cn_topic_0070649414); the hours are this simulator's choice.
const hours = [9, 15]
const lastHour = 15
/** After so many failing days in a row trade is frozen and the product hidden. */
const mostFailingDays = 5

/** Sets the timer of the next dial test. */
export function watchDialTests({ data }: Store): void {
  setTimer(data, 'dialTest', '', nextHourInBeijing(data.now, hours))
}

/** Replays the saved cases of every product that is not delisted, and draws the consequences. */
export async function runDialTests(store: Store): Promise<void> {
  const { data } = store
  watchDialTests(store)
  for (const product of Object.values(data.products)) {
    if (product.state === 'delisted') continue
    await unlessRefused(store, async () => void (await dialTest(store, product)))
  }
}

/** The dial test (拨测) of a product; undefined where no case is saved. */
export async function dialTest(
  store: Store,
  product: ListedProduct,
): Promise<DialTest | undefined> {
  const { data } = store
  const cases = Object.values(data.cases).filter((one) => one.product === product.id)
  if (cases.length === 0) return undefined
  const call = testCaller(store, product.url)
  const { attempts } = await replayCases(call, cases.map(named))
  const failures = attempts.flatMap((attempt) => {
    const exception = exceptionOf(attempt.verdict)
    return exception ? [{ activity: attempt.activity, exception }] : []
  })
  const test = { at: data.now, product: product.id, cases: cases.length, failures }
  data.dialTests.push(test)
  if (failures.length > 0) tellOfFailure(store, product, test)
  if (isLastOfDay(data.now)) countDay(store, product)
  return test
}

/** Calls the seller as the debugger and the dial test do: once. */
export function testCaller(store: Store, url: string): CallStore {
  return async (make, how = {}) => {
    const fault = takeFault(store.data, make().activity)
    const played = await callSeller(store, make, { ...how, url, fault })
    const attempts = played.map(({ attempt }) => attempt)
    return { attempts, end: attempts.every((one) => isDone(one, how)) ? 'done' : 'stopped' }
  }
}

function named({ generation, activity, members }: SavedCase) {
  return { name: `${generation} ${activity}`, generation, activity, members }
}

function tellOfFailure(store: Store, { name }: ListedProduct, { failures }: DialTest): void {
  const words = (language: 'en' | 'zh') =>
    failures.map(({ activity, exception }) => `${activity}: ${exception[language]}`).join('; ')
  notify(store, 'seller', {
    en: `The dial test of ${name} failed: ${words('en')}`,
    zh: `${name} 拨测失败：${words('zh')}`,
  })
}

function isLastOfDay(now: number): boolean {
  return nextHourInBeijing(now - 1, [lastHour]) === now
}

function countDay(store: Store, product: ListedProduct): void {
  const { data } = store
  const today = dayInBeijing(data.now)
  const isFailing = data.dialTests.some(
    ({ at, product: id, failures }) =>
      id === product.id && failures.length > 0 && dayInBeijing(at) === today,
  )
  product.failingDays = isFailing ? product.failingDays + 1 : 0
  if (product.failingDays < mostFailingDays || product.state === 'tradeFrozen') return
  product.state = 'tradeFrozen'
  notify(store, 'operations', {
    en: `${product.name}: trade is frozen and the product hidden.`,
    zh: `${product.name} 连续${mostFailingDays}天拨测失败，已冻结交易并隐藏。`,
  })
}
