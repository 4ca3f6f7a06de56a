import { bodySignName, bodySignature } from '../../src/crypto/body-sign.ts'
import type { HttpResult } from '../../src/simulator/calls/sender.ts'
import type { SignedRequest } from '../../src/simulator/calls/signed-request.ts'
import { isRaw, type RawRequest } from '../../src/simulator/faults/raw-request.ts'
import type { Send } from '../../src/simulator/store/attempt.ts'
import { createStoreState, type StoreState } from '../../src/simulator/state/index.ts'
import type { StoreStateOptions } from '../../src/simulator/state/store-state.ts'
import type { ListedProduct } from '../../src/simulator/state/store-data.ts'

/** A call as a seller in this process hears it. */
export interface HeardCall {
  readonly path: string
  readonly activity: string
  readonly members: Readonly<Record<string, unknown>>
}

type Body = Readonly<Record<string, unknown>>
type Answered = Body | undefined

/** A seller without a socket that does everything right, unless `answers` has another answer. */
export interface BoxSeller {
  readonly send: Send
  readonly calls: HeardCall[]
  /** The answer to an activity; `undefined` for a seller who is not there. */
  readonly answers: Map<string, (call: HeardCall) => Answered | Promise<Answered>>
  /** The activities that were called, without those of dial tests. */
  readonly heard: () => readonly string[]
}

const keySecret = 'the-secret-of-every-key'
export const right = { resultCode: '000000', resultMsg: 'success.' }
export const busy = { resultCode: '000005', resultMsg: 'call again' }

export function createBoxSeller(): BoxSeller {
  const calls: HeardCall[] = []
  const answers: BoxSeller['answers'] = new Map()
  return {
    calls,
    answers,
    heard: () => calls.filter(({ members }) => !isTest(members)).map(({ activity }) => activity),
    async send(request) {
      const call = heardCall(request)
      calls.push(call)
      const make = answers.get(call.activity)
      const body = make === undefined ? usualAnswer(call) : await make(call)
      return body === undefined ? away : answered(JSON.stringify(body))
    },
  }
}

const isTest = ({ testFlag }: HeardCall['members']) => testFlag === '1' || testFlag === 1
const away: HttpResult = { kind: 'unreachable', reason: 'ECONNREFUSED', milliseconds: 1 }

function answered(text: string): HttpResult {
  const bytes = Buffer.from(text)
  const value = `sign_type="HMAC-SHA256", signature="${bodySignature(keySecret, bytes)}"`
  const rawHeaders = ['Content-Type', 'application/json', bodySignName, value]
  const contentType = 'application/json'
  return { kind: 'answer', status: 200, contentType, rawHeaders, bytes, text, milliseconds: 1 }
}

function heardCall(request: SignedRequest | RawRequest): HeardCall {
  if (isRaw(request)) throw new Error('this seller hears no bytes')
  const { url, body } = request
  const members =
    body === undefined
      ? Object.fromEntries(url.searchParams)
      : (JSON.parse(body) as Record<string, unknown>)
  // The kit names its activity in the path.
  const named = members['activity']
  const activity = typeof named === 'string' ? named : (url.pathname.split('/').at(-1) ?? '')
  return { path: url.pathname, activity, members }
}

function usualAnswer({ activity, members }: HeardCall): Body {
  const entrance = { frontEndUrl: 'https://app.example.com' }
  if (activity === 'newInstance')
    return { ...right, instanceId: `i-${String(members['orderId'])}`, appInfo: entrance }
  if (activity === 'getLicense')
    return { ...right, instanceId: `i-${String(members['orderId'])}`, license: 'L-1' }
  if (activity !== 'queryInstance') return right
  return { ...right, info: [{ instanceId: members['instanceId'], appInfo: entrance }] }
}

const url = 'https://seller.example.com/saas'
const period = { chargingMode: 'PERIOD', skuCode: 'sku-standard', price: 100 } as const

/** Offers of every charging mode; those by period are for a trial of a week too. */
export const offers = {
  month: {
    ...period,
    productId: 'standard-month',
    productName: '标准版（月）',
    periodType: 'month',
    trialDays: 7,
  },
  year: {
    ...period,
    productId: 'standard-year',
    productName: '标准版（年）',
    periodType: 'year',
    price: 1_000,
    trialDays: 7,
  },
  professional: {
    ...period,
    productId: 'professional-month',
    skuCode: 'sku-professional',
    productName: '专业版（月）',
    periodType: 'month',
    price: 200,
  },
  onDemand: {
    productId: 'sms',
    skuCode: 'sku-sms',
    productName: '短信',
    chargingMode: 'ON_DEMAND',
    price: 0,
  },
  package: {
    productId: 'sms-1000',
    skuCode: 'sku-sms-1000',
    productName: '短信套餐包',
    chargingMode: 'ON_DEMAND_PKG',
    periodType: 'year',
    price: 50,
  },
  oneTime: {
    productId: 'setup',
    skuCode: 'sku-setup',
    productName: '实施服务',
    chargingMode: 'ONE_TIME',
    price: 500,
  },
} as const satisfies Record<string, ListedProduct['offers'][number]>

export interface Box {
  readonly state: StoreState
  readonly product: string
  /** Buys the first offer, and returns the store's id of the instance. */
  readonly buy: (wish?: Partial<Parameters<StoreState['actions']['buy']>[0]>) => Promise<string>
}

export const start = new Date('2026-01-10T02:00:00Z')

/** A store with one product of one buyer, whose keys are bound. */
export async function openBox(
  options: StoreStateOptions,
  draft: Partial<Parameters<StoreState['actions']['listProduct']>[0]> = {},
): Promise<Box> {
  const state = createStoreState({ seed: 'box', start, ...options })
  const { actions } = state
  const at = draft.url ?? url
  const { address } = await actions.registerAddress({ url: at })
  for (const type of ['basic', 'v1', 'kit', 'license', 'order'] as const) {
    const { id: key } = await actions.addKey({ secret: keySecret })
    await actions.bindKey({ address: address.id, type, key })
  }
  await actions.addBuyer({
    customerId: 'c-1',
    customerName: '张三',
    mobilePhone: '15905222222',
    email: 'buyer@example.com',
  })
  const { product } = await actions.listProduct({
    id: 'p-1',
    name: '示例商品',
    generation: 'saasV2',
    url: at,
    supervised: false,
    offers: Object.values(offers),
    ...draft,
  })
  return {
    state,
    product: product.id,
    buy: async (wish) => (await actions.buy({ product: product.id, ...wish })).instance,
  }
}

export const hours = 3_600_000
export const days = 24 * hours
