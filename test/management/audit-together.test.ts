import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commitIn } from '../../src/db/commit.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder } from '../harness/store.ts'
import { readerOf, tokenWith } from '../harness/tokens.ts'
import { manage, read } from './client.ts'
import { messageOf } from './message-of.ts'
import { fetchedRow } from './order-rows.ts'

// A database that takes no entry of the audit.
let service: TestService
let instanceId: string
let reader: string
let deletable: string
beforeAll(async () => {
  service = await startService()
  const order = newOrder()
  instanceId = await buy(service, order)
  await commitIn(service.db, { order: fetchedRow(order, service.app.services.vault) })
  reader = await readerOf(service)
  deletable = (await tokenWith(service, ['read'])).tokenId
  await sql`alter table audit add constraint full_up check (false) not valid`.execute(service.db)
})
afterAll(() => service.stop())

const countOf = async (table: 'messages' | 'tokens') => {
  const { count } = await service.db
    .selectFrom(table)
    .select((where) => where.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

it('what cannot be written down is not changed', async () => {
  const path = `/instances/${instanceId}`
  const authorization = reader
  const before = await read(service, 'InstanceDetail', path, { authorization })
  const body = { frontEndUrl: 'https://other.example.com' }
  expect((await manage(service, `${path}/app-info`, { method: 'PUT', body })).status).toBe(500)
  expect(await read(service, 'InstanceDetail', path, { authorization })).toEqual(before)
})

it('nor run again', async () => {
  const { id } = await messageOf(service, `instanceId=${instanceId}&activity=newInstance`)
  const before = await countOf('messages')
  expect((await manage(service, `/messages/${id}/rerun`, { method: 'POST' })).status).toBe(500)
  expect(await countOf('messages')).toBe(before)
})

it('no token is made or deleted', async () => {
  const before = await countOf('tokens')
  const body = { name: 'unheard', scopes: ['admin'] }
  expect((await manage(service, '/tokens', { method: 'POST', body })).status).toBe(500)
  expect((await manage(service, `/tokens/${deletable}`, { method: 'DELETE' })).status).toBe(500)
  expect(await countOf('tokens')).toBe(before)
})

it('and nothing private is shown in clear', async () => {
  const path = `/instances/${instanceId}`
  const answer = await manage(service, path)
  expect(answer.status).toBe(500)
  expect(answer.text).not.toMatch(/18688888888|lisi/)
  expect((await manage(service, path, { authorization: reader })).status).toBe(200)
})

it('the calls of the store go on', async () => {
  expect(await buy(service)).toBeTruthy()
})
