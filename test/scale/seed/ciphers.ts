import type { Vault } from '../../../src/crypto/vault.ts'

/** What stands encrypted in the tables, each as a literal of SQL. */
export type Ciphers = Readonly<Record<keyof typeof texts, string>>

const orderId = 'CS000000000001'
const texts = {
  body: JSON.stringify({
    activity: 'newInstance',
    ...{ orderId, orderLineId: '1', businessId: '03pf80c2bae96vc49b80b917bea776d7', testFlag: '0' },
    ...{ productId: 'P-basic', skuCode: 'sku', chargingMode: '1', amount: 10 },
    mobilePhone: '18688888888',
    userName: '张三',
  }),
  answer: JSON.stringify({ resultCode: '000000', resultMsg: 'success.', instanceId: 'i-1' }),
  sale: JSON.stringify({
    orders: [
      { orderId, orderLineId: '1', role: 'purchase', appliedAt: '2026-10-01T00:00:00Z', told: {} },
    ],
    buyer: null,
    notes: [],
  }),
  appInfo: JSON.stringify({ frontEndUrl: 'https://product.example/login', userName: 'lisi' }),
  buyer: JSON.stringify({
    ...{ mobilePhone: '18688888888', email: 'lisi@example.com', userId: null, userName: 'lisi' },
    ...{ customerId: '459bbbec25d24749b2eb83be37b602a8', customerName: 'mock_user_01' },
    ...{ customerRealName: '测试用户1', customerType: 0 },
  }),
  extendParams: JSON.stringify([{ name: 'emailDomainName', value: 'test.example.com' }]),
  event: JSON.stringify({
    ...{ instanceId: 'i-1', address: 'main', family: 'saas-v2', test: false, status: 'active' },
    ...{ previousStatus: 'provisioning', version: 2, trial: false },
    cause: { messageId: null, orderId },
  }),
  webhookAnswer: 'ok',
  exchange: JSON.stringify({ request: '', answer: '{"errorCode":"MKT.0000"}' }),
  code: 'PL0000000000000001',
  profile: JSON.stringify({
    ...{ userName: 'lisi', name: '李四', position: null, employeeCode: null, employeeType: null },
    ...{ mobile: '18688888888', email: 'lisi@example.com', entryDate: null, workPlace: null },
    extension: null,
  }),
}

/** Encrypts them with the keys of the service that will read them. */
export function ciphersOf(vault: Vault): Ciphers {
  const literals = Object.entries(texts).map(([name, text]) => {
    return [name, `'\\x${vault.encrypt(text).toString('hex')}'::bytea`]
  })
  return Object.fromEntries(literals) as Ciphers
}
