import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { createSellerView, readPublicKey } from '../../src/simulator/scenarios/seller-view.ts'
import {
  applicationOf,
  departmentsOf,
  kitCall,
  newBinding,
  tenantOf,
  userOf,
  usersOf,
} from '../harness/kit-call.ts'
import { manage } from '../harness/management.ts'
import type { TestService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { hostileStrings } from './hostile-strings.ts'

/** Every text that Postgres can keep: a NUL is refused. */
export const keepable = hostileStrings.filter((text) => !text.includes('\0'))
// As long as the contract lets a name be.
const short = keepable.filter((text) => text.length <= 60)
let next = 0
const text = () => short[next++ % short.length] ?? ''

/** How often what somebody said was taken. */
export type Taken = ReadonlyMap<string, number>

/** Has everybody say what is hostile: the store in signed calls, the operator by the management API. */
export async function sayHostileThings(service: TestService): Promise<Taken> {
  const taken = new Map<string, number>()
  const note = (what: string, isTaken: boolean) =>
    taken.set(what, (taken.get(what) ?? 0) + (isTaken ? 1 : 0))
  for (let round = 0; round < short.length / 12; round += 1) {
    await storeSays(service, note)
    await operatorSays(service, note)
  }
  return taken
}

type Note = (what: string, isTaken: boolean) => void
const isDone = ({ body }: { readonly body: Record<string, unknown> }) =>
  body['resultCode'] === '000000'

async function storeSays(service: TestService, note: Note): Promise<void> {
  const order = newOrder()
  const named = { businessId: text(), productId: text(), userName: text(), mobilePhone: text() }
  note('purchase', isDone(await storeCall(service, { ...purchaseOf(order), ...named })))
  // It names an instance that is not there: kept as a message all the same.
  const asked = await storeCall(service, { activity: 'queryInstance', instanceId: text() })
  note('query', asked.status === 200)
  const binding = newBinding()
  const tenant = tenantOf(binding, { name: text(), domainName: text() })
  note('tenant', isDone(await kitCall(service, 'tenantSync', tenant)))
  const key = await readPublicKey(createSellerView(service.url, service.managementToken))
  const secret = encryptClientSecret('a client secret', key)
  const application = applicationOf(binding, secret, { appId: text(), clientId: text() })
  note('application', isDone(await kitCall(service, 'applicationSync', application)))
  const user = userOf(text(), { name: text(), position: text() })
  const users = usersOf(binding, [user], { appId: application['appId'] })
  note('user', isDone(await kitCall(service, 'authSync', users)))
  const departments = { ...departmentsOf(binding, []), orgInfoList: [departmentNamed(text())] }
  note('department', isDone(await kitCall(service, 'allOrgSync', departments)))
}

const departmentNamed = (orgName: string) => ({ orgCode: text(), orgName, parentCode: '' })

async function operatorSays(service: TestService, note: Note): Promise<void> {
  const post = async (path: string, members: unknown, method = 'POST') => {
    const { status } = await manage(service, path, { method, body: members })
    return status < 300
  }
  note('token', await post('/tokens', { name: text(), scopes: ['read'] }))
  const endpoint = { url: 'https://product.example', description: text() }
  note('endpoint', await post('/webhook-endpoints', endpoint))
  const [instanceId = ''] = await newestInstances(service, 1)
  const path = `/instances/${encodeURIComponent(instanceId)}`
  const metadata = { [text()]: text(), [text()]: text() }
  note('metadata', await post(`${path}/metadata`, { externalId: text(), metadata }, 'PUT'))
  const frontEndUrl = `https://product.example/${encodeURIComponent(text())}`
  const appInfo = { frontEndUrl, userName: text() }
  note('app info', await post(`${path}/app-info`, { ...appInfo, memo: text() }, 'PUT'))
}

/** The ids of the newest instances. */
async function newestInstances(service: TestService, count: number): Promise<string[]> {
  const { body } = await manage(service, `/instances?limit=${count}`)
  return (body['items'] as { readonly instanceId: string }[]).map(({ instanceId }) => instanceId)
}

const membersAtMost = 50

/** Keeps every text as metadata, a part with each of some instances, whose ids it returns. */
export async function keepAllAsMetadata(service: TestService): Promise<string[]> {
  const ids = await newestInstances(service, Math.ceil(keepable.length / membersAtMost))
  for (const [at, instanceId] of ids.entries()) {
    const part = keepable.slice(at * membersAtMost, (at + 1) * membersAtMost)
    const metadata = Object.fromEntries(part.map((value, index) => [`member ${index}`, value]))
    const path = `/instances/${encodeURIComponent(instanceId)}/metadata`
    const { status } = await manage(service, path, { method: 'PUT', body: { metadata } })
    if (status >= 300) throw new Error(`metadata of ${instanceId} is answered ${status}`)
  }
  return ids
}

/** Sends every text in one signed call, as the names of departments, which a kept message shows in clear. */
export async function sendAllAtOnce(service: TestService): Promise<void> {
  const orgInfoList = hostileStrings.map((orgName, at) => {
    return { orgCode: String(at), orgName, parentCode: '' }
  })
  await kitCall(service, 'allOrgSync', { ...departmentsOf(newBinding(), []), orgInfoList })
}
