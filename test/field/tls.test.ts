import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceProcess } from '../harness/process.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { type DebianPostgres, makeDebianPostgres, postgresPrograms } from './debian-postgres.ts'
import { withPrograms } from './programs.ts'

withPrograms(...postgresPrograms)('a server that demands TLS', () => {
  let server: DebianPostgres
  let url: string
  let cert: string
  beforeAll(async () => {
    // Nobody is let in without it.
    const access = 'hostssl all all 127.0.0.1/32 scram-sha-256\n'
    server = await makeDebianPostgres(access, { ssl: 'on' })
    await server.start()
    url = `postgres://koogate:pw@localhost:${server.port}/postgres`
    cert = server.cert
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  test.each([
    ['none', ''],
    ['require, with an authority of its own', '?sslmode=require'],
    ['a file that is not there', '?sslmode=verify-full&sslrootcert=/nowhere.pem'],
  ])('asked with %s tells in one sentence what is wrong', async (_what, query) => {
    const service = await serviceProcess(url + query)
    service.launch()
    await expect(service.ready()).rejects.toThrow(
      /Koogate does not start\. DATABASE_URL [^\n]+\.\n$/,
    )
    await service.stop()
  })

  test.each([
    ['verified by the authority', () => `?sslmode=verify-full&sslrootcert=${cert}`],
    ['without verification', () => '?sslmode=no-verify'],
  ])('asked %s sells', async (_what, query) => {
    expect(readFileSync(cert, 'utf8')).toContain('CERTIFICATE')
    const service = await serviceProcess(url + query())
    service.launch()
    await service.ready()
    expect((await storeCall(service, purchaseOf())).body).toMatchObject({ resultCode: '000000' })
    await service.stop()
  })
})
