import type { CallsOf } from '../calls.ts'
import type { Encryption } from '../encryption.ts'

// In the kit the flag is a number, and in debugging there is no order, so instanceId and orderId are
// empty.
const shared = {
  instanceId: '',
  tenantId: '68cbc86abc2018ab880d92f36422fa0e',
  testFlag: 1,
  timeStamp: '20220413093539534',
} as const
const appId = 'KSIDJF1234456'

const tenantSync = {
  ...shared,
  orderId: '',
  tenantCode: 'huawei',
  name: 'huaiweitest',
  domainName: 'https://example.tenantaccount.com',
  flag: 1,
} as const

const singleOrgSync = {
  ...shared,
  orgCode: '10000',
  orgName: '开发部',
  parentCode: '',
  flag: 1,
} as const

const user = {
  userName: 'zhangsan01',
  name: '张三',
  position: '系统管理员',
  orgCode: '10000',
  role: 'admin',
  enable: 'true',
  employeeCode: '',
  mobile: '',
  email: '',
  extension: { entryDate: '2022-11-9', employeeType: '4', workPlace: '南京' },
} as const

const grant = { ...shared, appId, currentSyncTime: '20220420114117642', flag: 1 } as const

function applicationSync({ secret }: Encryption) {
  const clientSecret = secret('client-secret-of-a-debug-case')
  return { ...shared, appId, clientId: '7Yb0cKz1Qm4vRt9sWx2e', clientSecret, flag: 1 } as const
}

/** The documents' samples as the debugger sends them, lists as arrays. */
export function kitV2Cases(encryption: Encryption): CallsOf['kitV2'] {
  const departments = [{ orgCode: '10000', orgName: '开发部', parentCode: '' }]
  return {
    tenantSync,
    applicationSync: applicationSync(encryption),
    authSync: { ...grant, userList: [user] },
    singleOrgSync,
    allOrgSync: { ...shared, orgInfoList: departments, flag: 1 },
  }
}

/** The same in V1: lists as JSON text, and the name of a department in `name`. */
export function kitV1Cases(encryption: Encryption): CallsOf['kitV1'] {
  const departments = [{ orgCode: '10000', name: '开发部', parentCode: '' }]
  return {
    tenantSync,
    applicationSync: applicationSync(encryption),
    authSync: { ...grant, userList: JSON.stringify([user]) },
    singleOrgSync,
    allOrgSync: { ...shared, orgInfo: JSON.stringify(departments) },
  }
}
