import type { Generation } from './generations.ts'
import { documents } from './documents.ts'
import type { Exchange, Members } from './exchange.ts'
import { generationsWith, type StepName, stepOf } from './life/steps.ts'
import { isAccepted, outcomeOf } from './judging.ts'
import type { Activity } from './members.ts'
import { breach, type Breach, CannotJudge, type Text } from './rule.ts'
import type { Seller } from './seller.ts'

/** Makes a test call, also where a run makes real ones. */
export function callAsTest(
  seller: Seller,
  { activity, members }: { readonly activity: Activity; readonly members: Members },
): Promise<Exchange> {
  const isKit = seller.generation === 'kitV1' || seller.generation === 'kitV2'
  return seller.call(activity, { ...members, testFlag: isKit ? 1 : '1' })
}

const source = {
  ...documents.debugging,
  note: {
    en: 'The page asks that every case can be called again and again and that no interface waits for another; that the ids of a saved case are unknown to the seller follows from it (inferred).',
    zh: '文档要求调测接口可重复调用、接口之间没有先后依赖；由此推断，已保存用例中的ID可能是商家从未创建过的。',
  },
} as const

const mend: Text = {
  en: 'Look at testFlag first: answer success to test calls whatever the id, from a place of their own that touches nothing real.',
  zh: '先判断 testFlag：测试调用无论ID是否存在都返回成功，并与真实数据完全隔离。',
}

/** A purchase that was made by a test call. */
export interface TestPurchase {
  readonly id: string
  readonly orderId: string
  readonly exchange: Exchange
}

/** Buys by a test call. Throws CannotJudge if no instance comes of it. */
export async function buyAsTest(seller: Seller): Promise<TestPurchase> {
  const activity = seller.purchase ?? seller.plain
  const members = seller.valid(activity)
  const exchange = await callAsTest(seller, { activity, members })
  const { instanceId: id } = exchange.answer
  if (isAccepted(exchange) && id !== undefined)
    return { id, orderId: String(members['orderId']), exchange }
  throw new CannotJudge({
    en: 'A test purchase gives no instance to compare with.',
    zh: '测试新购没有得到可供比较的实例。',
  })
}

/** The generations in which a call about an instance exists; the codes of License 2.0 are the store's own. */
function generationsOf(name: StepName): readonly Generation[] {
  return generationsWith(name).filter((generation) => generation !== 'licenseC')
}

async function judge(seller: Seller, name: StepName): Promise<readonly Breach[]> {
  const { id } = await buyAsTest(seller)
  const order = () => ({ orderId: seller.newId('ORDER') })
  const made = await callAsTest(seller, stepOf(seller, name, { id, ...order() }))
  if (!isAccepted(made)) throw new CannotJudge(refusesKnown(made.activity))
  const subject = { id: seller.newId('NEVERMADE'), ...order() }
  const unknown = await callAsTest(seller, stepOf(seller, name, subject))
  if (isAccepted(unknown)) return []
  const { en, zh } = outcomeOf(unknown)
  const message = {
    en: `A test call ${unknown.activity} of an unknown id: ${en}.`,
    zh: `对未知ID的测试调用 ${unknown.activity}:${zh}。`,
  }
  return [breach(message, made, unknown)]
}

function refusesKnown(activity: string): Text {
  return {
    en: `A test call ${activity} of an id that was made is not accepted either.`,
    zh: `对已创建的ID的测试调用 ${activity} 同样未被接受。`,
  }
}

/** What the rules about test calls of unknown ids have in common. */
export const testOfUnknown = { source, mend, judge, generationsOf }
