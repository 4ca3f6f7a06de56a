import { createPrivateKey, createPublicKey } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { encryptClientSecret } from '../../src/crypto/client-secret.ts'
import { pems } from '../crypto/private-keys.ts'
import { applicationOf, kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { keys, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { newFolder, put } from './programs.ts'

const folder = newFolder()
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const byteOrderMark = '\ufeff'
const withCrLf = (text: string) => text.replaceAll('\n', '\r\n')

test('an address file with a byte order mark, CRLF and Chinese in it is read', async () => {
  const lines = [
    'addresses:',
    '  crm:',
    `    basicKey: [${keys.basic}]`,
    '    frontEndUrl: "https://a.example.com/{instanceId}" # 客户入口',
  ]
  const file = put(folder, 'addresses.yaml', byteOrderMark + withCrLf(`${lines.join('\n')}\n`))
  const service = await startService({ settings: { KOOGATE_CONFIG_FILE: file } })
  const call = purchaseOf()
  const bought = await storeCall(service, call, { address: 'crm' })
  expect(bought.body).toMatchObject({ resultCode: '000000' })
  const { instanceId } = bought.body
  const query = { activity: 'queryInstance', instanceId }
  const { text } = await storeCall(service, query, { address: 'crm' })
  expect(text).toContain(`"frontEndUrl":"https://a.example.com/${String(instanceId)}"`)
  await service.stop()
})

const pem = pems.current
const pkcs1 = createPrivateKey(pem).export({ type: 'pkcs1', format: 'pem' }).toString()

test.each([
  ['in PKCS#1', pkcs1],
  ['with CRLF', withCrLf(pem)],
  ['behind a byte order mark', byteOrderMark + pem],
  ['with attributes of a bag before it', `Bag Attributes\n    localKeyID: 01\n${pem}\n`],
])('a private key %s opens what is encrypted for it', async (what, text) => {
  const file = put(folder, `${what.length}.pem`, text)
  const service = await startService({ settings: { KOOGATE_KIT_PRIVATE_KEY_FILE: file } })
  const binding = newBinding()
  await kitCall(service, 'tenantSync', tenantOf(binding))
  const secret = encryptClientSecret('s3cret', createPublicKey(pem))
  const bound = await kitCall(service, 'applicationSync', applicationOf(binding, secret))
  expect(bound.body).toMatchObject({ resultCode: '000000' })
  await service.stop()
})
