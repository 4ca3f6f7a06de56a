import { type Server, type Socket, connect, createServer } from 'node:net'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createDatabase, overTcp } from '../harness/postgres.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'
import { manage, read } from './client.ts'

// A proxy before the database that can be closed while the service runs.
const open = new Set<Socket>()
let proxy: Server
let port: number
let service: TestService

beforeAll(async () => {
  const database = overTcp(await createDatabase(inject('postgresUrl')))
  const target = { port: Number(database.port), host: database.hostname }
  proxy = createServer((client) => {
    const server = connect(target)
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy()).on('close', () => to.destroy())
      from.pipe(to)
    }
  })
  port = await listen(0)
  database.port = String(port)
  service = await startService({ databaseUrl: database.href })
})
afterAll(async () => {
  await service.stop()
  await shut()
})

it('answers 503 while the database is away, and serves again when it is back', async () => {
  const instanceId = await buy(service)
  const path = `/instances/${instanceId}/app-info`
  const body = { frontEndUrl: 'https://app.example.com' }
  await shut()
  for (const answer of [
    await manage(service, '/instances'),
    await manage(service, path, { method: 'PUT', body }),
    await manage(service, '/keys'),
  ]) {
    expect(answer.status).toBe(503)
  }
  await listen(port)
  await expect
    .poll(async () => (await manage(service, path, { method: 'PUT', body })).status)
    .toBe(200)
  const instance = await read(service, 'InstanceDetail', `/instances/${instanceId}`)
  expect(instance.appInfo).toMatchObject(body)
})

it('answers 500 without a word of what happened when what was kept cannot be read', async () => {
  const instanceId = await buy(service)
  await service.db
    .updateTable('sold_instances')
    .set({ app_info: Buffer.alloc(64, 'not encrypted by this key') })
    .where('instance_id', '=', instanceId)
    .execute()
  const answer = await manage(service, `/instances/${instanceId}`)
  expect(answer.status).toBe(500)
  expect(answer.body['detail']).toBe(
    'An internal error occurred; nothing was changed, please call again.',
  )
})

function listen(on: number): Promise<number> {
  return new Promise((resolve) => {
    proxy.listen(on, '127.0.0.1', () => {
      const address = proxy.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

function shut(): Promise<void> {
  return new Promise((resolve) => {
    proxy.close(() => resolve())
    for (const socket of open) socket.destroy()
    open.clear()
  })
}
