import type { StoreCall } from '../calls/calls.ts'
import { countIs } from './expectations.ts'
import type { Scenario, Step } from './scenario.ts'
import type { Cast, ScriptedStore } from '../store/scripted-store.ts'
import { beijingTime } from '../store-time.ts'

const tenantIdOf = (cast: Cast) => `tenant-${cast.order('binding').orderId}`
const appId = 'KSIDJF1234456'

// The instance is one that the seller has not heard of: the kit may come first.
const shared = (cast: Cast) =>
  ({
    instanceId: `instance-${cast.order('binding').orderId}`,
    tenantId: tenantIdOf(cast),
    testFlag: 0,
    timeStamp: beijingTime(cast.now()),
  }) as const

const tenant = (cast: Cast, flag: 0 | 1) => ({
  ...shared(cast),
  orderId: cast.order('binding').orderId,
  tenantCode: 'huawei',
  name: 'huaiweitest',
  domainName: 'https://example.tenantaccount.com',
  flag,
})

const application = (cast: Cast, flag: 0 | 1) => ({
  ...shared(cast),
  appId,
  clientId: '7Yb0cKz1Qm4vRt9sWx2e',
  clientSecret: cast.sealing.secret('a client secret that only the seller opens'),
  flag,
})

const users = ['zhangsan01', 'lisi02'].map(
  (userName) =>
    ({ userName, name: '张三', orgCode: '10000', role: 'user', enable: 'true' }) as const,
)
const departments = [
  { orgCode: '265789314', orgName: '总公司', parentCode: '' },
  { orgCode: '10000', orgName: '开发部', parentCode: '265789314' },
] as const

const grant = (cast: Cast, flag: 0 | 1 | 3) => ({
  ...shared(cast),
  appId,
  currentSyncTime: beijingTime(cast.now()),
  flag,
})

/** What the editions send otherwise: lists, the name of a department, and how a grant is taken away. */
interface Edition {
  readonly generation: 'kitV1' | 'kitV2'
  readonly grantUsers: (cast: Cast) => StoreCall
  readonly revokeUser: (cast: Cast) => StoreCall
  readonly allDepartments: (cast: Cast) => StoreCall
  readonly revoked: 'revoked' | 'deleted'
}

const editions: Readonly<Record<'V1' | 'V2', Edition>> = {
  V2: {
    generation: 'kitV2',
    revoked: 'revoked',
    grantUsers: (cast) => ({
      generation: 'kitV2',
      activity: 'authSync',
      members: { ...grant(cast, 1), userList: users },
    }),
    revokeUser: (cast) => ({
      generation: 'kitV2',
      activity: 'authSync',
      members: { ...grant(cast, 3), userList: users.slice(1) },
    }),
    allDepartments: (cast) => ({
      generation: 'kitV2',
      activity: 'allOrgSync',
      members: { ...shared(cast), orgInfoList: departments, flag: 1 },
    }),
  },
  V1: {
    generation: 'kitV1',
    revoked: 'deleted',
    grantUsers: (cast) => ({
      generation: 'kitV1',
      activity: 'authSync',
      members: { ...grant(cast, 1), userList: JSON.stringify(users) },
    }),
    revokeUser: (cast) => ({
      generation: 'kitV1',
      activity: 'authSync',
      members: { ...grant(cast, 0), userList: JSON.stringify(users.slice(1)) },
    }),
    allDepartments: (cast) => ({
      generation: 'kitV1',
      activity: 'allOrgSync',
      members: { ...shared(cast), orgInfo: namedInV1() },
    }),
  },
}

function namedInV1(): string {
  return JSON.stringify(departments.map(({ orgName, ...rest }) => ({ ...rest, name: orgName })))
}

type Look = Step<ScriptedStore>['look']

const tenantIs = (state: string) =>
  countIs((cast) => `/tenants?tenantId=${tenantIdOf(cast)}`, { noun: 'tenants', count: 1, state })

const has = (noun: string, count: number, state: string): Look =>
  countIs((cast) => `/tenants/${tenantIdOf(cast)}/${noun}?limit=200`, { noun, count, state })

/** An enterprise's way with the joint-operation kit (联营kit), in one of its editions. */
export function kitLife(edition: 'V1' | 'V2'): Scenario<ScriptedStore> {
  const { generation, grantUsers, revokeUser, allDepartments, revoked } = editions[edition]
  const step = (name: string, make: (cast: Cast) => StoreCall, look: Look) =>
    ({ name, play: (store: ScriptedStore) => store.call(make), look }) as const
  const tenantCall = (flag: 0 | 1) => (cast: Cast) =>
    ({ generation, activity: 'tenantSync', members: tenant(cast, flag) }) as const
  const applicationCall = (flag: 0 | 1) => (cast: Cast) =>
    ({ generation, activity: 'applicationSync', members: application(cast, flag) }) as const
  const oneDepartment = (cast: Cast) => {
    const one = { orgCode: '10001', orgName: '测试部', parentCode: '10000', flag: 1 } as const
    return { generation, activity: 'singleOrgSync', members: { ...shared(cast), ...one } } as const
  }
  return {
    name: `Kit ${edition}: an enterprise with its application, users and departments`,
    steps: [
      step('bind a tenant', tenantCall(1), tenantIs('bound')),
      step('bind an application', applicationCall(1), has('applications', 1, 'bound')),
      step('send all departments', allDepartments, has('departments', 2, 'present')),
      step('grant users', grantUsers, has('users', 2, 'granted')),
      step('add a department', oneDepartment, has('departments', 3, 'present')),
      step('take a user away', revokeUser, has('users', 1, revoked)),
      {
        name: 'dial test',
        play: (store) => store.dialTest(generation),
        look: has('users', 1, 'granted'),
      },
      step('delete the application', applicationCall(0), has('applications', 1, 'deleted')),
      step('delete the tenant', tenantCall(0), tenantIs('deleted')),
    ],
  }
}
