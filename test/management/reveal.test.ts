import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SignedIn, signIn } from '../harness/browser-session.ts'
import { kitCall, newBinding, tenantOf, userOf, usersOf } from '../harness/kit-call.ts'
import { type TestService, startService } from '../harness/service.ts'
import { tokenWith } from '../harness/tokens.ts'
import { faultsOf, manage, read } from './client.ts'

const mobile = '15905222222'
const masked = '159****2222'
const reveal = { 'koogate-reveal': 'true' }
let service: TestService
let path: string
let tenantId: string
let page: SignedIn
beforeAll(async () => {
  service = await startService()
  const binding = newBinding()
  tenantId = binding.tenantId
  path = `/tenants/${tenantId}/users`
  await kitCall(service, 'tenantSync', tenantOf(binding))
  await kitCall(service, 'authSync', usersOf(binding, [userOf('zhangsan01', { mobile })]))
  page = await signIn(service)
})
afterAll(() => service.stop())

const readsIn = async () => {
  const { items } = await read(service, 'AuditList', `/audit?kind=read&subject=tenant:${tenantId}`)
  return items
}

it('a session sees private data masked, whatever its scopes, and that is no read of the audit', async () => {
  for (const headers of [{}, { 'koogate-reveal': 'false' }]) {
    const { text } = await page.send(path, { headers })
    expect(text).toContain(masked)
    expect(text).not.toContain(mobile)
  }
  expect(await readsIn()).toEqual([])
})

it('a session that asks for it sees them in clear, and each time is in the audit', async () => {
  for (const times of [1, 2]) {
    const answer = await page.send(path, { headers: reveal })
    expect(answer.text).toContain(mobile)
    const left = await readsIn()
    expect(left).toHaveLength(times)
    expect(left[0]).toMatchObject({
      kind: 'read',
      token: { tokenId: 'settings' },
      operation: 'listTenantUsers',
      requestId: answer.headers.get('x-request-id'),
      reason: null,
    })
  }
})

it('a session without the scope personal is refused, and told so', async () => {
  const { authorization } = await tokenWith(service, ['read', 'operate', 'usage', 'admin'])
  const { send } = await signIn(service, authorization)
  const answer = await send(path, { headers: reveal })
  expect(answer.status).toBe(403)
  expect(answer.body).toMatchObject({
    code: 'forbidden',
    errors: [{ field: 'Koogate-Reveal', message: 'needs the scope personal' }],
  })
  expect((await send(path)).text).toContain(masked)
})

it.each(['yes', 'TRUE', '1', 'true, true', ''])('%j is refused with 400', async (value) => {
  const answer = await page.send(path, { headers: { 'koogate-reveal': value } })
  const message = 'must be true or false'
  expect(faultsOf(answer)).toEqual([{ field: 'Koogate-Reveal', message }])
})

it('an operation that shows nothing private does not take it', async () => {
  const answer = await page.send('/keys', { headers: reveal })
  const message = 'is not taken by this operation'
  expect(faultsOf(answer)).toEqual([{ field: 'Koogate-Reveal', message }])
})

it('a plain token sees by its scopes alone, whatever it says', async () => {
  const { authorization } = await tokenWith(service, ['read'])
  const headers = { ...reveal, authorization }
  expect((await page.send(path, { headers })).text).toContain(masked)
  const { text } = await manage(service, path)
  expect(text).toContain(mobile)
})
