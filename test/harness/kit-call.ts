import { randomUUID } from 'node:crypto'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { compactSorted } from '../../src/crypto/v2-query-signature.ts'
import { signV1Body } from '../../src/crypto/v1-auth-token.ts'
import { type Answer, sendTo } from './contract-hook.ts'
import { type TestService, keys, newId } from './service.ts'
import { expectSigned } from './v1-call.ts'

export const generations = ['V1', 'V2'] as const
export type Generation = (typeof generations)[number]

export const kitActivities = [
  'tenantSync',
  'applicationSync',
  'authSync',
  'singleOrgSync',
  'allOrgSync',
] as const
export type KitActivity = (typeof kitActivities)[number]

/** One thing to spoil of a valid call of the kit; what is left out is right. */
export interface KitCallOptions {
  readonly generation?: Generation
  readonly address?: string
  readonly product?: 'saas' | 'license' | 'license-code'
  readonly key?: string
  readonly method?: string
  /** The path as it is, for one that is written oddly. */
  readonly target?: string
  /** Of V2. */
  readonly timestamp?: string | null
  readonly nonce?: string | null
  /** `x-sign` of V2, `authToken` of V1. */
  readonly signature?: string | null
  readonly rawBody?: string
  /** The Key that must have signed an answer of V1; the call's unless told. */
  readonly answeredWith?: string
}

type Members = Readonly<Record<string, unknown>>

/** Calls the kit as the store does; an answer of V1 has its Body-Sign held against its bytes. */
export async function kitCall(
  service: Pick<TestService, 'url'>,
  activity: KitActivity,
  members: Members,
  options: KitCallOptions = {},
): Promise<Answer> {
  const { generation = 'V2', address = 'main', product = 'saas', method = 'POST' } = options
  const version = generation === 'V2' ? 'v2/' : ''
  const body = options.rawBody ?? compactSorted(members)
  const path = options.target ?? `/${address}/${product}/produceAPI/${version}${activity}`
  const answer = await sendTo(service, path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(generation === 'V2' ? v2Headers(body, options) : v1Headers(members, options)),
    },
    ...(method !== 'GET' && { body }),
  })
  if (generation === 'V1') expectSigned(answer, options.answeredWith ?? options.key ?? keys.v1)
  return answer
}

function v2Headers(payload: string, options: KitCallOptions): Record<string, string> {
  const { key = keys.kit, nonce = randomUUID(), timestamp = String(Date.now()) } = options
  const right = signKitV2({ key, timestamp: timestamp ?? '', nonce: nonce ?? '', payload })
  const { signature = right.toUpperCase() } = options
  return present({ 'x-sign': signature, 'x-timestamp': timestamp, 'x-nonce': nonce })
}

function v1Headers(members: Members, options: KitCallOptions): Record<string, string> {
  const { key = keys.v1, signature = signV1Body(members, key) } = options
  return present({ authToken: signature })
}

function present(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  const set = Object.entries(headers).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return Object.fromEntries(set)
}

/** The ids of a binding that no other test has. */
export function newBinding(): { tenantId: string; instanceId: string } {
  return { tenantId: newId('tenant'), instanceId: newId('instance') }
}

/** A time of the store, `seconds` after a fixed one, as it writes it: Beijing, 17 digits. */
export function kitTime(seconds = 0): string {
  const time = new Date(Date.parse('2026-04-13T09:35:39.534Z') + seconds * 1000)
  return time.toISOString().replace(/\D/g, '')
}

/** The same time as the management API writes it. */
export function shownTime(seconds = 0): string {
  return new Date(Date.parse('2026-04-13T01:35:39.534Z') + seconds * 1000).toISOString()
}

export function tenantOf(binding: Members, more: Members = {}): Members {
  return {
    orderId: 'CS1906666666ABCDE',
    tenantCode: 'huawei',
    name: 'huaiweitest',
    domainName: 'https://example.tenantaccount.com',
    flag: 1,
    testFlag: 0,
    timeStamp: kitTime(),
    ...binding,
    ...more,
  }
}

export function applicationOf(binding: Members, clientSecret: string, more: Members = {}): Members {
  return {
    appId: 'KSIDJF1234456',
    clientId: '7Yb0cKz1Qm4vRt9sWx2e',
    clientSecret,
    flag: 1,
    testFlag: 0,
    timeStamp: kitTime(),
    ...binding,
    ...more,
  }
}

export function userOf(userName: string, more: Members = {}): Members {
  return { userName, name: '张三', orgCode: '10000', role: 'user', enable: 'true', ...more }
}

export function usersOf(binding: Members, userList: unknown, more: Members = {}): Members {
  return {
    appId: 'KSIDJF1234456',
    userList,
    currentSyncTime: kitTime(),
    flag: 1,
    testFlag: 0,
    timeStamp: kitTime(),
    ...binding,
    ...more,
  }
}

export function departmentOf(binding: Members, orgCode: string, more: Members = {}): Members {
  return {
    orgCode,
    orgName: `部门${orgCode}`,
    parentCode: '',
    flag: 1,
    testFlag: 0,
    timeStamp: kitTime(),
    ...binding,
    ...more,
  }
}

/** A full list from `code` or `code<parent`, as the generation sends it. */
export function departmentsOf(
  binding: Members,
  codes: readonly string[],
  { generation = 'V2', ...more }: Members & { readonly generation?: Generation } = {},
): Members {
  const items = codes.map((text) => {
    const [orgCode = '', parentCode = ''] = text.split('<')
    const name = `部门${orgCode}`
    return { orgCode, parentCode, ...(generation === 'V2' ? { orgName: name } : { name }) }
  })
  const list = generation === 'V2' ? { orgInfoList: items } : { orgInfo: JSON.stringify(items) }
  return { ...list, testFlag: 0, timeStamp: kitTime(), ...binding, ...more }
}
