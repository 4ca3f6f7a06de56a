import { randomBytes } from 'node:crypto'
import type { CallOptions } from '../store/caller.ts'
import type { ScriptedStore } from '../store/scripted-store.ts'
import { beijingTime } from '../store-time.ts'
import type { SimulatedAuthCentre } from './auth-centre.ts'
import type { SimulatedUser } from './state.ts'

/** What is bound: an application of the seller, and where its users come back to. */
export interface BindingOptions {
  readonly appId: string
  /** The callback address (回调地址) of the credential. */
  readonly callback: string
  readonly tenantId: string
  /** Empty for a test account, before anything is bought. */
  readonly instanceId?: string
}

const people = [
  { userName: 'zhangsan', name: '张三', role: 'user', organizationCode: '10000' },
  { userName: 'lisi', name: '李四', role: 'admin', organizationCode: '10000' },
] as const

/**
 * Binds an enterprise with two accounts to an application, as a buyer does: the auth centre makes a
 * client for it, and the kit tells the seller. Returns the accounts; throws where the seller refuses.
 */
export async function bindEnterprise(
  store: ScriptedStore,
  centre: SimulatedAuthCentre,
  { appId, callback, tenantId, instanceId = '' }: BindingOptions,
): Promise<readonly SimulatedUser[]> {
  const client = { clientId: secretText(), clientSecret: secretText() }
  centre.addClient({ tenantId, appId, callback, ...client })
  const users = people.map((person) => ({ tenantId, ...person }))
  for (const user of users) centre.addUser(user)
  const timeStamp = beijingTime(store.context.now())
  const shared = { instanceId, tenantId, flag: 1, testFlag: 0, timeStamp } as const
  const generation = 'kitV2'
  await told(store, {
    generation,
    activity: 'tenantSync',
    members: {
      ...shared,
      ...{ orderId: '', tenantCode: 'demo', name: '示例企业', domainName: centre.url },
    },
  })
  const clientSecret = store.context.encryption.secret(client.clientSecret)
  await told(store, {
    generation,
    activity: 'applicationSync',
    members: { ...shared, appId, clientId: client.clientId, clientSecret },
  })
  const userList = people.map(({ organizationCode: orgCode, ...person }) => ({
    ...person,
    ...{ orgCode, enable: 'true' as const },
  }))
  await told(store, {
    generation,
    activity: 'authSync',
    members: { ...shared, appId, currentSyncTime: timeStamp, userList },
  })
  return users
}

type Make = Parameters<ScriptedStore['call']>[0]
const once: CallOptions = { test: true }

async function told(store: ScriptedStore, call: ReturnType<Make>): Promise<void> {
  const { end, attempts } = await store.call(() => call, once)
  if (end === 'done') return
  const answer = attempts.at(-1)?.answer.resultCode ?? 'no answer'
  throw new Error(`${call.activity} is answered with ${answer}`)
}

function secretText(): string {
  return randomBytes(16).toString('hex')
}
