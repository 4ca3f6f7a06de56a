import { keys } from './contenders.ts'
import type { Program } from './program.ts'
import { newOrder, type Order, purchaseOf, signedCall } from './signed-purchase.ts'

type Service = Pick<Program, 'url'>
type Members = Readonly<Record<string, unknown>>

/** Makes a signed call of the store, and returns the answer; throws unless it succeeds. */
export async function callStore({ url }: Service, path: string, members: Members) {
  const { path: signedPath, ...call } = signedCall(path, keys.basic, members)
  const response = await fetch(url + signedPath, call)
  const answer = (await response.json()) as Members
  const isDone = answer['resultCode'] === '000000' || answer['resultCode'] === '000004'
  if (!isDone) throw new Error(`${path} was answered ${JSON.stringify(answer)}`)
  return answer
}

/** An order that was bought, and what came of it. */
export interface Bought extends Order {
  readonly businessId: string
  readonly instanceId: string
}

/** Buys one order, a new one unless told. */
export async function buy(
  service: Service,
  path = '/main/saas',
  order = newOrder(),
): Promise<Bought> {
  const members = purchaseOf(order)
  const answer = await callStore(service, path, members)
  return { ...order, businessId: members.businessId, instanceId: String(answer['instanceId']) }
}

/** What the management API answers to a GET below /api/v1, and how long that took. */
export async function getManagement({ url }: Service, path: string) {
  const startedAt = performance.now()
  const response = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${keys.managementToken}` },
  })
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - startedAt }
}

interface InstancePage {
  readonly items: readonly { readonly order: { readonly state: string } }[]
}

/** Whether the service has read the order from the store. */
export async function isFetched(service: Service, { orderId }: Order): Promise<boolean> {
  const { text } = await getManagement(service, `/instances?orderId=${orderId}`)
  return (JSON.parse(text) as InstancePage).items.every(({ order }) => order.state === 'fetched')
}
