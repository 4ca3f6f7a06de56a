import type { KeyType } from '../../calls/access-keys.ts'
import type { Generation } from '../../calls/calls.ts'
import { debugCasesOf } from '../../calls/debug-cases.ts'
import { createPublicKey } from 'node:crypto'
import { createEncryption } from '../../calls/encryption.ts'
import { kitOf } from '../calls/kit-calls.ts'
import { addressWarnings, bindingWarnings, type Warning } from '../console-warnings.ts'
import { newHex } from '../ids.ts'
import { testCaller } from '../life/dial-test.ts'
import { exceptionOf } from '../exceptions.ts'
import { ActionRefused, found } from '../refused.ts'
import { keyFor, keyTypeOf } from '../seller-call.ts'
import type { Store } from '../store.ts'
import type {
  AccessKey,
  ListedProduct,
  Offer,
  ProductionAddress,
  ProductState,
  SavedCase,
} from '../store-data.ts'

/** Something that was set, with what the console says about it. */
export type Warned<Value> = Value & { readonly warnings: readonly Warning[] }

/** Adds an access key; a secret of its own is made unless one is given. */
export function addKey({ data }: Store, given: { readonly secret?: string } = {}): AccessKey {
  const id = `K${newHex(data).slice(0, 8)}`
  const key = { id, secret: given.secret ?? newHex(data) }
  data.keys[id] = key
  return key
}

/** Registers the main domain of a URL, once. */
export function registerAddress(
  { data }: Store,
  { url }: { readonly url: string },
): Warned<{ address: ProductionAddress }> {
  const { origin } = parsedUrl(url)
  const known = Object.values(data.addresses).find((one) => one.origin === origin)
  const address = known ?? { id: `A${newHex(data).slice(0, 8)}`, origin, keys: {} }
  data.addresses[address.id] = address
  return { address, warnings: addressWarnings(url) }
}

/** Binds a key to an interface type of an address. */
export function bindKey(
  { data }: Store,
  { address: id, type, key }: { address: string; type: KeyType; key: string },
): Warned<{ address: ProductionAddress }> {
  const address = found(data.addresses, id, 'address')
  found(data.keys, key, 'key')
  const warnings = bindingWarnings(data, address, { type, key })
  address.keys[type] = key
  return { address, warnings }
}

/** What a listing says; ids that are left out are made. */
export type ProductDraft = Omit<ListedProduct, 'id' | 'state' | 'failingDays'> & {
  readonly id?: string
}

/** Lists a product: it is for sale at once. */
export function listProduct(store: Store, draft: ProductDraft): Warned<{ product: ListedProduct }> {
  const { data } = store
  const { id = `P${newHex(data).slice(0, 8)}` } = draft
  if (draft.offers.length === 0)
    throw new ActionRefused(
      'A product needs an offer (offers).',
      '商品至少需要一个规格（offers）。',
    )
  draft.offers.forEach(refuseOddTrial)
  const warnings = [draft.url, draft.ordersUrl ?? []].flat().flatMap((url) => {
    parsedUrl(url)
    return registerAddress(store, { url }).warnings
  })
  const product: ListedProduct = { ...draft, id, state: 'onSale', failingDays: 0 }
  data.products[id] = product
  return { product, warnings }
}

function refuseOddTrial({ productName, chargingMode, trialDays }: Offer): void {
  if (trialDays === undefined) return
  if (chargingMode !== 'PERIOD')
    throw new ActionRefused(
      `${productName}: only what is sold by period has a trial (trialDays).`,
      `${productName}：只有包周期规格支持试用（trialDays）。`,
      'TRY-2',
    )
  if (Number.isInteger(trialDays) && trialDays >= 3 && trialDays <= 180) return
  throw new ActionRefused(
    `${productName}: a trial takes 3 to 180 days (trialDays), not ${trialDays}.`,
    `${productName}：试用天数（trialDays）须为 3 到 180 天，不能是 ${trialDays}。`,
    'TRY-3',
  )
}

/** What can be changed of a listed product; orders that were placed go on as they were until they are moved. */
export interface ProductChange {
  readonly id: string
  readonly name?: string
  readonly url?: string
  readonly ordersUrl?: string
  readonly publicKey?: string
  readonly state?: ProductState
}

/** Changes a listed product. A product that was taken down (下架) cannot be listed again. */
export function changeProduct(
  store: Store,
  { id, name, url, ordersUrl, publicKey, state }: ProductChange,
): Warned<{ product: ListedProduct }> {
  const product = found(store.data.products, id, 'product')
  if (product.state === 'delisted' && state !== undefined && state !== 'delisted')
    throw new ActionRefused(
      'A delisted product cannot be listed again.',
      '已下架的商品不能重新上架。',
    )
  const urls = [url ?? [], ordersUrl ?? []].flat()
  const warnings = urls.flatMap((one) => registerAddress(store, { url: one }).warnings)
  product.name = name ?? product.name
  product.url = url ?? product.url
  if (ordersUrl !== undefined) product.ordersUrl = ordersUrl
  if (product.joint && publicKey !== undefined) product.joint.publicKey = publicKey
  if (state === 'onSale') product.failingDays = 0
  product.state = state ?? product.state
  return { product, warnings }
}

/** A case as it is typed in the debugger (应用接入调试). */
export interface CaseDraft {
  readonly product: string
  readonly generation: Generation
  readonly activity: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Calls the seller with a case, and saves it if the answer passes every check (调测并保存用例). */
export async function saveCase(store: Store, draft: CaseDraft): Promise<SavedCase> {
  const { data } = store
  const { url, name } = found(data.products, draft.product, 'product')
  const { attempts } = await testCaller(store, url)(() => draft, { test: true })
  const exception = attempts.map(({ verdict }) => exceptionOf(verdict)).find(Boolean)
  if (exception !== undefined)
    throw new ActionRefused(
      `${draft.activity} of ${name} was not saved: ${exception.en}`,
      `${name} 的 ${draft.activity} 用例未保存：${exception.zh}`,
    )
  const { product, generation, activity, members } = draft
  const id = `C${product}-${generation}-${activity}`
  return (data.cases[id] = { id, product, generation, activity, members, savedAt: data.now })
}

/** Saves the documents' sample calls as the cases of a product, each after its check. */
export async function saveSampleCases(
  store: Store,
  { product: id, activities }: { product: string; activities?: readonly string[] },
): Promise<readonly SavedCase[]> {
  const { generation, joint, url, encryptType } = found(store.data.products, id, 'product')
  const kinds = [generation ?? [], joint ? kitOf(generation) : []].flat()
  const encryption = createEncryption({
    v1Key: kinds.some((one) => keyTypeOf(one) === 'v1') ? keyFor(store.data, url, 'v1') : '',
    ...(encryptType && { encryptType }),
    ...(joint && { publicKey: createPublicKey(joint.publicKey) }),
  })
  const samples = kinds.flatMap((kind) => debugCasesOf(kind, encryption))
  const wanted = samples.filter((one) => activities?.includes(one.activity) ?? true)
  const saved: SavedCase[] = []
  for (const { generation: kind, activity, members } of wanted) {
    const draft = { product: id, generation: kind, activity, members: { ...members } }
    saved.push(await saveCase(store, draft))
  }
  return saved
}

function parsedUrl(text: string): URL {
  const url = URL.parse(text)
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url
  throw new ActionRefused(
    `"${text}" is not an http(s) URL.`,
    `“${text}” 不是 http(s):// 开头的地址。`,
    'SAAS-2',
  )
}
