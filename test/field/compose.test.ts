import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { bodySignature, readBodySign } from '../../src/crypto/body-sign.ts'
import { createDatabase } from '../harness/postgres.ts'
import { type ServiceProcess, serviceProcess } from '../harness/process.ts'
import { keys, managementToken } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { call, purchase, v1Purchase } from './over-tls.ts'
import {
  type Neighbour,
  makeCertificate,
  newFolder,
  put,
  startNeighbour,
  withPrograms,
} from './programs.ts'

/** Writes the certificate where the proxy of a folder looks for it. */
function makeTls(folder: string): string {
  const tls = join(folder, 'tls')
  mkdirSync(tls)
  const { both } = makeCertificate(folder)
  copyFileSync(both, join(tls, 'seller.pem'))
  chmodSync(join(tls, 'seller.pem'), 0o644)
  return tls
}

withPrograms('haproxy', 'openssl')('the proxy of compose.yaml before two replicas', () => {
  const replicas: ServiceProcess[] = []
  let proxy: Neighbour | undefined
  let [port, managementPort] = [0, 0]

  beforeAll(async () => {
    const database = await createDatabase(inject('postgresUrl'), 'empty')
    for (let n = 0; n < 2; n++) {
      const replica = await serviceProcess(database)
      replicas.push(replica)
      replica.launch()
      await replica.ready()
    }
    ;[port, managementPort] = [await freePort(), await freePort()]
    const folder = newFolder()
    const file = put(folder, 'haproxy.cfg', configured(makeTls(folder)))
    proxy = await startNeighbour(['haproxy', '-db', '-f', file], { port, folder })
    await until(
      () => purchase(port),
      ({ status }) => status === 200,
    )
  })
  afterAll(async () => {
    await proxy?.stop()
    for (const replica of replicas) await replica.stop()
  })

  /** The configuration as it is, but for ports, the folder of the certificate, and Docker's names. */
  function configured(tls: string): string {
    const servers = replicas.map(({ url }, n) => `server replica${n} ${new URL(url).host}`)
    const text = readFileSync('ops/proxy/haproxy.cfg', 'utf8')
      .replace('bind :8443', `bind 127.0.0.1:${port}`)
      .replace('bind :8080', `bind 127.0.0.1:${managementPort}`)
      .replace('/etc/haproxy/tls/', `${tls}/`)
    expect(text).toContain('server-template replica')
    return text.replace(/server-template replica .+/, servers.join('\n  '))
  }

  test('speaks TLS and shows the store its paths alone', async () => {
    expect((await purchase(port)).text).toContain('"000000"')
    for (const path of ['/api/v1/instances', '/metrics', '/docs/', '/health/ready', '/']) {
      expect((await call(port, path)).status).toBe(404)
    }
    const answer = await fetch(`http://127.0.0.1:${managementPort}/api/v1/instances?limit=1`, {
      headers: { authorization: `Bearer ${managementToken}` },
    })
    expect(answer.status).toBe(200)
  })

  test('keeps the spelling of what signs a V1 answer', async () => {
    const { rawHeaders, text } = await call(port, v1Purchase())
    const at = rawHeaders.indexOf('Body-Sign')
    expect(readBodySign(rawHeaders[at + 1] ?? '')).toBe(bodySignature(keys.v1, text))
  })

  test('hands the next purchases to the other replica when one is killed', async () => {
    await replicas[0]?.kill()
    for (let n = 0; n < 20; n++) expect((await purchase(port)).text).toContain('"000000"')
  })
})

const hasDocker = ['info', 'compose version'].every(
  (command) => spawnSync('docker', command.split(' '), { stdio: 'ignore' }).status === 0,
)
if (!hasDocker) process.stdout.write('skipped for want of a Docker engine with compose\n')

describe.skipIf(!hasDocker)('compose.yaml', () => {
  const folder = newFolder()
  let port = 0
  const docker = (...args: readonly string[]) =>
    execFileSync('docker', args, { cwd: folder, stdio: 'pipe' }).toString()

  beforeAll(async () => {
    for (const name of copied) cpSync(name, join(folder, name), { recursive: true })
    makeTls(folder)
    port = await freePort()
    const managementPort = await freePort()
    const env = [
      'POSTGRES_PASSWORD=secret1',
      `HTTPS_PORT=${port}`,
      `MANAGEMENT_PORT=${managementPort}`,
      `COMPOSE_PROJECT_NAME=koogate-field-${port}`,
    ]
    put(folder, '.env', env.join('\n'))
    put(folder, 'koogate.env', settings.join('\n'))
    docker('compose', 'up', '--detach', '--build', '--wait')
  }, 1_200_000)
  afterAll(() => {
    docker('compose', 'down', '--volumes')
    rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  test('sells through TLS, and goes on when a replica is killed', async () => {
    expect((await purchase(port)).text).toContain('"000000"')
    const [replica = ''] = docker('compose', 'ps', '--quiet', 'koogate').split('\n')
    docker('kill', replica)
    expect((await purchase(port)).text).toContain('"000000"')
  })
})

// What the image is made of, and what compose.yaml names.
const copied = [
  ...['compose.yaml', 'Dockerfile', '.dockerignore', '.npmrc', 'LICENSE', 'package.json'],
  ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts', 'src', 'client'],
  ...['docs', 'generated', 'ops'],
]
const settings = [
  `KOOGATE_BASIC_KEY=${keys.basic}`,
  `KOOGATE_MANAGEMENT_TOKEN=${managementToken}`,
  `KOOGATE_SECRET_KEY=${Buffer.alloc(32, 7).toString('base64')}`,
  'KOOGATE_PUBLIC_URL=https://localhost',
]
