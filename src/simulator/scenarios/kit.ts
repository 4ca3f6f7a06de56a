import type { StoreCall } from '../calls/calls.ts'
import { countIs } from './expectations.ts'
import type { Scenario, Step } from './scenario.ts'
import type { ScenarioContext, ScriptedStore } from '../store/scripted-store.ts'
import { beijingTime } from '../store-time.ts'

const tenantIdOf = (context: ScenarioContext) => `tenant-${context.order('binding').orderId}`
const appId = 'KSIDJF1234456'

// The instance is one that the seller has not heard of: the kit may come first.
const shared = (context: ScenarioContext) =>
  ({
    instanceId: `instance-${context.order('binding').orderId}`,
    tenantId: tenantIdOf(context),
    testFlag: 0,
    timeStamp: beijingTime(context.now()),
  }) as const

const tenant = (context: ScenarioContext, flag: 0 | 1) => ({
  ...shared(context),
  orderId: context.order('binding').orderId,
  tenantCode: 'huawei',
  name: 'huaiweitest',
  domainName: 'https://example.tenantaccount.com',
  flag,
})

const application = (context: ScenarioContext, flag: 0 | 1) => ({
  ...shared(context),
  appId,
  clientId: '7Yb0cKz1Qm4vRt9sWx2e',
  clientSecret: context.encryption.secret('a client secret that only the seller opens'),
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

const grant = (context: ScenarioContext, flag: 0 | 1 | 3) => ({
  ...shared(context),
  appId,
  currentSyncTime: beijingTime(context.now()),
  flag,
})

/** What the editions send otherwise: lists, the name of a department, and how a grant is taken away. */
interface Edition {
  readonly generation: 'kitV1' | 'kitV2'
  readonly grantUsers: (context: ScenarioContext) => StoreCall
  readonly revokeUser: (context: ScenarioContext) => StoreCall
  readonly allDepartments: (context: ScenarioContext) => StoreCall
  readonly revoked: 'revoked' | 'deleted'
}

const editions: Readonly<Record<'V1' | 'V2', Edition>> = {
  V2: {
    generation: 'kitV2',
    revoked: 'revoked',
    grantUsers: (context) => ({
      generation: 'kitV2',
      activity: 'authSync',
      members: { ...grant(context, 1), userList: users },
    }),
    revokeUser: (context) => ({
      generation: 'kitV2',
      activity: 'authSync',
      members: { ...grant(context, 3), userList: users.slice(1) },
    }),
    allDepartments: (context) => ({
      generation: 'kitV2',
      activity: 'allOrgSync',
      members: { ...shared(context), orgInfoList: departments, flag: 1 },
    }),
  },
  V1: {
    generation: 'kitV1',
    revoked: 'deleted',
    grantUsers: (context) => ({
      generation: 'kitV1',
      activity: 'authSync',
      members: { ...grant(context, 1), userList: JSON.stringify(users) },
    }),
    revokeUser: (context) => ({
      generation: 'kitV1',
      activity: 'authSync',
      members: { ...grant(context, 0), userList: JSON.stringify(users.slice(1)) },
    }),
    allDepartments: (context) => ({
      generation: 'kitV1',
      activity: 'allOrgSync',
      members: { ...shared(context), orgInfo: namedInV1() },
    }),
  },
}

function namedInV1(): string {
  return JSON.stringify(departments.map(({ orgName, ...rest }) => ({ ...rest, name: orgName })))
}

type Expect = Step<ScriptedStore>['expect']

const tenantIs = (state: string) =>
  countIs((context) => `/tenants?tenantId=${tenantIdOf(context)}`, {
    noun: 'tenants',
    count: 1,
    state,
  })

const has = (noun: string, count: number, state: string): Expect =>
  countIs((context) => `/tenants/${tenantIdOf(context)}/${noun}?limit=200`, { noun, count, state })

/** An enterprise's way with the joint-operation kit (联营kit), in one of its editions. */
export function kitLife(edition: 'V1' | 'V2'): Scenario<ScriptedStore> {
  const { generation, grantUsers, revokeUser, allDepartments, revoked } = editions[edition]
  const step = (name: string, make: (context: ScenarioContext) => StoreCall, expect: Expect) =>
    ({ name, play: (store: ScriptedStore) => store.call(make), expect }) as const
  const tenantCall = (flag: 0 | 1) => (context: ScenarioContext) =>
    ({ generation, activity: 'tenantSync', members: tenant(context, flag) }) as const
  const applicationCall = (flag: 0 | 1) => (context: ScenarioContext) =>
    ({ generation, activity: 'applicationSync', members: application(context, flag) }) as const
  const oneDepartment = (context: ScenarioContext) => {
    const one = { orgCode: '10001', orgName: '测试部', parentCode: '10000', flag: 1 } as const
    return {
      generation,
      activity: 'singleOrgSync',
      members: { ...shared(context), ...one },
    } as const
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
        expect: has('users', 1, 'granted'),
      },
      step('delete the application', applicationCall(0), has('applications', 1, 'deleted')),
      step('delete the tenant', tenantCall(0), tenantIs('deleted')),
    ],
  }
}
