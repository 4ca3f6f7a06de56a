import type { TestService } from '../harness/service.ts'
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
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { hostileStrings } from './hostile-strings.ts'

// As long as the contract lets a name be, and nothing that it refuses to keep.
const hostile = hostileStrings.filter((text) => text.length <= 60 && !text.includes('\0'))
let next = 0
const text = () => hostile[next++ % hostile.length] ?? ''

/**
 * Has everybody say what is hostile: the store in signed calls, the operator by the management API. What is
 * refused for its form is no matter: then it is shown in the message that was kept.
 */
export async function sayHostileThings(service: TestService): Promise<void> {
  for (let round = 0; round < hostile.length / 12; round += 1) {
    await storeSays(service)
    await operatorSays(service)
  }
}

async function storeSays(service: TestService): Promise<void> {
  const order = newOrder()
  await storeCall(service, {
    ...purchaseOf(order),
    ...{ businessId: text(), productId: text(), userName: text(), mobilePhone: text() },
  })
  await storeCall(service, { activity: text(), instanceId: text(), orderId: text() })
  const binding = newBinding()
  await kitCall(service, 'tenantSync', tenantOf(binding, { name: text(), domainName: text() }))
  await kitCall(service, 'applicationSync', applicationOf(binding, text(), { appId: text() }))
  const user = userOf(text(), { name: text(), position: text() })
  await kitCall(service, 'authSync', usersOf(binding, [user]))
  await kitCall(service, 'allOrgSync', departmentsOf(binding, [text()]))
}

async function operatorSays(service: TestService): Promise<void> {
  const { body } = await manage(service, '/instances?limit=1')
  const [instance] = body['items'] as { readonly instanceId: string }[]
  const post = (path: string, members: unknown, method = 'POST') =>
    manage(service, path, { method, body: members })
  await post('/tokens', { name: text(), scopes: ['read'] })
  await post('/webhook-endpoints', { url: 'https://product.example', description: text() })
  if (instance === undefined) return
  const path = `/instances/${encodeURIComponent(instance.instanceId)}`
  await post(`${path}/metadata`, { externalId: text(), metadata: { a: text() } }, 'PUT')
  await post(`${path}/provisioning-failed`, { code: '000005', reason: text() })
}
