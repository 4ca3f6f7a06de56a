import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { departmentsOf, kitCall, newBinding, tenantOf } from '../harness/kit-call.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { lockTable } from '../harness/table-lock.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ limits: { answerWithinMs: 3_000, queryWithinMs: 10_000 } })
})
afterAll(() => service.stop())

const codes = Array.from({ length: 500 }, (_, i) => `department-${i}`)

/** How often the list was parsed as JSON while a call was answered. */
async function parsesOfLists(call: () => Promise<unknown>): Promise<number> {
  const parse = vi.spyOn(JSON, 'parse')
  try {
    await call()
    return parse.mock.calls.filter(([text]) => text.includes(codes.at(-1) ?? '')).length
  } finally {
    parse.mockRestore()
  }
}

test('a replayed list of departments is refused before the list is read', async () => {
  const binding = newBinding()
  const nonce = newId('nonce')
  const answers: unknown[] = []
  const send = async () => {
    const { body } = await kitCall(service, 'allOrgSync', departmentsOf(binding, codes), { nonce })
    answers.push(body['resultCode'])
  }
  expect(await parsesOfLists(send)).toBe(1)
  expect(await parsesOfLists(send)).toBe(0)
  expect(answers).toEqual(['000000', '000001'])
})

test('a replay waits for nothing that a call of the kit locks', async () => {
  const binding = newBinding()
  const nonce = newId('nonce')
  const send = () => kitCall(service, 'tenantSync', tenantOf(binding), { nonce })
  expect((await send()).body).toMatchObject({ resultCode: '000000' })
  const lock = await lockTable(service.databaseUrl, 'kit_bindings')
  expect((await send()).body).toMatchObject({ resultCode: '000001' })
  await lock.release()
})

test('a call of the kit that failed has used up its nonce, and succeeds with another', async () => {
  const binding = newBinding()
  const nonce = newId('nonce')
  const lock = await lockTable(service.databaseUrl, 'kit_bindings')
  const failed = await kitCall(service, 'tenantSync', tenantOf(binding), { nonce })
  expect(failed.body).toMatchObject({ resultCode: '000005' })
  await lock.release()
  const replayed = await kitCall(service, 'tenantSync', tenantOf(binding), { nonce })
  expect(replayed.body).toMatchObject({ resultCode: '000001' })
  const signedAnew = await kitCall(service, 'tenantSync', tenantOf(binding))
  expect(signedAnew.body).toMatchObject({ resultCode: '000000' })
})
