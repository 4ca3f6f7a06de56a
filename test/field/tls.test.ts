import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { serviceProcess } from '../harness/process.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import {
  type Neighbour,
  makeCertificate,
  newFolder,
  put,
  startNeighbour,
  withPrograms,
} from './programs.ts'

const bin = '/usr/lib/postgresql/15/bin'
const asPostgres = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']

function run(command: readonly string[]): SpawnSyncReturns<Buffer> {
  const [program = '', ...args] = command
  const done = spawnSync(program, args, { env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } })
  if (done.status !== 0) throw new Error(done.stderr.toString())
  return done
}

/** Debian's Postgres, which lets nobody in without TLS, and the certificate of its authority. */
async function startTlsServer() {
  const folder = newFolder()
  const port = await freePort()
  const { cert, key } = makeCertificate(folder)
  const [uid, gid] = ['-u', '-g'].map((of) => Number(run(['id', of, 'postgres']).stdout.toString()))
  chownSync(folder, uid ?? 0, gid ?? 0)
  chownSync(key, uid ?? 0, gid ?? 0)
  chmodSync(key, 0o600)
  const data = `${folder}/data`
  const password = put(folder, 'password', 'pw')
  chmodSync(password, 0o644)
  run([
    ...asPostgres,
    `${bin}/initdb`,
    '-D',
    data,
    '-U',
    'koogate',
    `--pwfile=${password}`,
    '--encoding=UTF8',
  ])
  put(data, 'pg_hba.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    ssl: 'on',
    ssl_cert_file: cert,
    ssl_key_file: key,
    fsync: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = await startNeighbour([...asPostgres, `${bin}/postgres`, '-D', data, ...options], {
    port,
    folder,
  })
  return { server, cert, url: `postgres://koogate:pw@localhost:${port}/postgres` }
}

withPrograms(
  'openssl',
  `${bin}/postgres`,
  'setpriv',
)('a server that demands TLS', () => {
  let server: Neighbour
  let url: string
  let cert: string
  beforeAll(async () => {
    ;({ server, cert, url } = await startTlsServer())
  })
  afterAll(() => server.stop())

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
