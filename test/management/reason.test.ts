import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type SignedIn, signIn } from '../harness/browser-session.ts'
import { operationsIn, parametersOf } from '../harness/contract-operations.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { type TestToken, tokenWith } from '../harness/tokens.ts'
import { faultsOf, manage, read } from './client.ts'

const logged: string[] = []
let service: TestService
let page: SignedIn
let token: TestToken
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  service = await startService({ log, settings: { KOOGATE_REASON_REQUIRED: 'on' } })
  token = await tokenWith(service, ['read', 'operate', 'usage', 'personal', 'admin'])
  page = await signIn(service, token.authorization)
})
afterAll(() => service.stop())

/** Sets metadata of an instance, as a page does. */
const change = async (headers: Readonly<Record<string, string>>, on = page) =>
  on.send(`/instances/${await buy(service)}/metadata`, {
    method: 'PUT',
    body: { externalId: 'crm-1' },
    headers,
  })

const entryOf = async (answer: { readonly headers: Headers }) => {
  const requestId = answer.headers.get('x-request-id') ?? ''
  const { items } = await read(service, 'AuditList', `/audit?requestId=${requestId}`)
  return items[0]
}

const why = (text: string) => ({ 'koogate-reason': encodeURIComponent(text) })

describe('a reason', () => {
  it.each([
    ['plain', 'Buyer asked by phone'],
    ['Chinese', '客户来电要求，工单 #4711'],
    ['with a plus, a percent and quotes', '1+1 = 100% "sure", isn’t it?'],
    ['of 500 characters', '实'.repeat(500)],
    ['of 500 emoji', '🙂'.repeat(500)],
  ])('that is %s stands in the audit as it was said', async (_form, text) => {
    const answer = await change(why(text))
    expect(answer.status, answer.text).toBe(200)
    expect(await entryOf(answer)).toMatchObject({ operation: 'putMetadata', reason: text })
  })

  it('may be given in ASCII as it is, and by a plain token', async () => {
    const { authorization } = token
    const headers = { 'koogate-reason': 'ticket 4711', authorization }
    expect(await entryOf(await change(headers))).toMatchObject({ reason: 'ticket 4711' })
  })

  it('is encrypted at rest and in no line of the log', async () => {
    await change(why('Mr. Zhang of 13800138000 asked'))
    const rows = await service.db.selectFrom('audit').selectAll().execute()
    const stored = JSON.stringify(
      rows.map((row) => ({ ...row, reason: row.reason?.toString('latin1') })),
    )
    expect(stored).not.toContain('13800138000')
    expect(logged.join('')).not.toMatch(/13800138000|Zhang/)
  })

  it.each([
    ['broken encoding', '%E0%A4%A', 'must be percent-encoded UTF-8'],
    ['a percent sign alone', '100%', 'must be percent-encoded UTF-8'],
    ['half a surrogate', '%ED%A0%80', 'must be percent-encoded UTF-8'],
    ['bytes as they are', 'caf\xe9', 'must be percent-encoded UTF-8'],
    ['a NUL', 'a%00b', 'must be one line, without control characters'],
    ['two lines', 'a%0Ab', 'must be one line, without control characters'],
    ['an escape', '%1B%5B31m', 'must be one line, without control characters'],
    ['a control character of Latin-1', '%C2%85', 'must be one line, without control characters'],
    ['text that turns around', '%E2%80%AE', 'must be one line, without control characters'],
    ['501 characters', 'a'.repeat(501), 'must NOT have more than 500 characters'],
    [
      '501 Chinese ones',
      encodeURIComponent('实'.repeat(501)),
      'must NOT have more than 500 characters',
    ],
  ])('with %s is refused with 400, which names the header', async (_what, value, message) => {
    const answer = await change({ 'koogate-reason': value })
    expect(faultsOf(answer)).toEqual([{ field: 'Koogate-Reason', message }])
    expect(await entryOf(answer)).toBeUndefined()
  })

  it('is refused where nothing is changed', async () => {
    const answer = await page.send('/instances', { headers: why('to look') })
    const message = 'is not taken by this operation'
    expect(faultsOf(answer)).toEqual([{ field: 'Koogate-Reason', message }])
  })
})

describe('with KOOGATE_REASON_REQUIRED', () => {
  const missing = [
    { field: 'Koogate-Reason', message: 'must say why; the setting KOOGATE_REASON_REQUIRED is on' },
  ]

  it('a session says so', () => {
    expect(page.session.reasonRequired).toBe(true)
  })

  it.each([
    ['none', {}],
    ['an empty one', { 'koogate-reason': '' }],
    ['blanks', { 'koogate-reason': '%20%E3%80%80' }],
    ['a blank that has no width', { 'koogate-reason': '%E2%80%8B' }],
    ['a filler of Hangul', { 'koogate-reason': '%E3%85%A4%20%E3%85%A4' }],
    ['a mark of direction', { 'koogate-reason': '%E2%80%8F' }],
    ['an empty pattern of Braille', { 'koogate-reason': '%E2%A0%80' }],
  ])('a change in a session is refused with %s, and nothing is changed', async (_what, headers) => {
    const answer = await change(headers)
    expect(faultsOf(answer)).toEqual(missing)
  })

  it('a plain token needs none', async () => {
    const { authorization } = token
    expect(await entryOf(await change({ authorization }))).toMatchObject({ reason: null })
  })

  it('a dry run needs none, and what follows does', async () => {
    const body = { instanceId: await buy(service) }
    const send = (more: object) =>
      page.send('/usage/retry', { method: 'POST', body: { ...body, ...more } })
    expect((await send({ dryRun: true })).status).toBe(200)
    expect(faultsOf(await send({ dryRun: false }))).toEqual(missing)
    expect(faultsOf(await send({}))).toEqual(missing)
  })

  it('nobody needs one to sign out', async () => {
    const other = await signIn(service, token.authorization)
    expect((await other.send('/session', { method: 'DELETE' })).status).toBe(200)
  })

  const changing = operationsIn('management').filter(
    (operation) => 'Koogate-Reason' in namesOf(operation),
  )
  function namesOf(operation: ReturnType<typeof operationsIn>[number]): Record<string, true> {
    const names = parametersOf(operation).map(({ node }) => [String(node['name']), true])
    return Object.fromEntries(names) as Record<string, true>
  }

  it('every operation that leaves a change in the audit takes one, but sessions themselves', () => {
    const without = operationsIn('management')
      .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'get')
      .filter((operation) => !('Koogate-Reason' in namesOf(operation)))
      .map(({ operationId }) => operationId)
    expect(without.sort()).toEqual([
      'createSession',
      'deleteSession',
      'exchangeSsoCode',
      'refreshSsoSession',
      'reportUsage',
      'testWebhookEndpoint',
    ])
    expect(changing.length).toBeGreaterThan(20)
  })
})

describe('without the setting', () => {
  it('no session needs a reason', async () => {
    const plain = await startService({ databaseUrl: String(service.databaseUrl) })
    try {
      const { session, send } = await signIn(plain, token.authorization)
      expect(session.reasonRequired).toBe(false)
      const { tokenId } = await tokenWith(plain, ['read'])
      const answer = await send(`/tokens/${tokenId}`, { method: 'DELETE' })
      expect(answer.status).toBe(200)
      const left: ManagementSchemas['AuditEntry'] | undefined = await entryOf(answer)
      expect(left?.reason).toBeNull()
    } finally {
      await plain.stop()
    }
  })
})

it('an entry of a read has no reason', async () => {
  const { items } = await read(service, 'AuditList', '/audit?kind=read')
  for (const { reason } of items) expect(reason).toBeNull()
  expect((await manage(service, '/audit?kind=change')).status).toBe(200)
})
