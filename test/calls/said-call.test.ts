import { expect, test } from 'vitest'
import { saidCall } from '../../src/calls/rerun/said-call.ts'
import { createVault } from '../../src/crypto/vault.ts'

const vault = createVault(Buffer.alloc(32, 7))
const saidBy = (text: string | null, operation = 'saasV2') => {
  const about = { activity: 'newInstance', instance_id: 'i-1', license_id: null }
  const body = text === null ? null : vault.encrypt(text)
  return saidCall({ ...about, operation, body }, 'china', vault)
}

test('a kept call says what its body does, and whom it is about', () => {
  expect(saidBy('{"orderId":"CS-1"}')).toEqual({
    ...{ site: 'china', operation: 'saasV2', activity: 'newInstance' },
    ...{ instanceId: 'i-1', licenseId: null, members: { orderId: 'CS-1' } },
  })
})

test('one of SaaS V1 says it in its query', () => {
  expect(saidBy('orderId=CS-1&activity=newInstance', 'saasV1')).toMatchObject({
    members: { orderId: 'CS-1', activity: 'newInstance' },
  })
})

test.each([null, '"a text"', 'null', '7', '[{}]', '{', ''])(
  'of a body that is no object nothing is said: %j',
  (text) => expect(saidBy(text)).toBeUndefined(),
)
