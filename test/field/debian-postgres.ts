import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, rmSync } from 'node:fs'
import { freePort } from '../../scripts/shared/child-process.ts'
import { makeCertificate, newFolder, put, startNeighbour } from './programs.ts'

const bin = '/usr/lib/postgresql/15/bin'
const asPostgres = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']

/** What Debian's Postgres needs to be run as here; see withPrograms. */
export const postgresPrograms = ['openssl', `${bin}/postgres`, 'setpriv'] as const

/** A server of Debian's Postgres, over TCP and a socket in its folder. */
export interface DebianPostgres {
  readonly port: number
  readonly folder: string
  /** Of its authority, which signs its own certificate. */
  readonly cert: string
  start(): Promise<void>
  /** Ends it at once, whatever is under way; it may be started again. */
  stop(): Promise<void>
  remove(): void
}

/** Makes a server whose superuser is koogate with the password pw. */
export async function makeDebianPostgres(
  access: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DebianPostgres> {
  const folder = newFolder()
  const port = await freePort()
  const { cert, key } = makeCertificate(folder)
  const [uid, gid] = ['-u', '-g'].map((of) => Number(run(['id', of, 'postgres']).stdout.toString()))
  for (const path of [folder, key]) chownSync(path, uid ?? 0, gid ?? 0)
  chmodSync(key, 0o600)
  const data = `${folder}/data`
  const password = put(folder, 'password', 'pw')
  chmodSync(password, 0o644)
  const how = ['-D', data, '-U', 'koogate', `--pwfile=${password}`, '--encoding=UTF8']
  run([...asPostgres, `${bin}/initdb`, ...how])
  put(data, 'pg_hba.conf', access)
  const own = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    ssl_cert_file: cert,
    ssl_key_file: key,
    fsync: 'off',
    ...settings,
  }
  const options = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [...asPostgres, `${bin}/postgres`, '-D', data, ...options]
  let end = () => Promise.resolve()
  return {
    port,
    folder,
    cert,
    async start() {
      const server = await startNeighbour(command, { port })
      end = () => server.stop()
    },
    stop: () => end(),
    remove() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(command: readonly string[]): SpawnSyncReturns<Buffer> {
  const [program = '', ...args] = command
  const done = spawnSync(program, args, { env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } })
  if (done.status !== 0) throw new Error(done.stderr.toString())
  return done
}
