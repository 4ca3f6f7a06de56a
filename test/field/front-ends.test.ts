import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { bodySignature, readBodySign } from '../../src/crypto/body-sign.ts'
import { type TestService, keys, startService } from '../harness/service.ts'
import {
  type Neighbour,
  guideBlock,
  makeCertificate,
  newFolder,
  put,
  startNeighbour,
  withPrograms,
} from './programs.ts'
import { call, purchase, v1Purchase } from './over-tls.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The guide's configuration, at ports and with files of this run. */
function configured(language: string, folder: string, port: number): string {
  const { cert, key, both } = makeCertificate(folder)
  const tls = language === 'nginx' ? cert : both
  return guideBlock(language)
    .replaceAll('127.0.0.1:8080', new URL(service.url).host.replace('localhost', '127.0.0.1'))
    .replace('8443', String(port))
    .replace(/\/etc\/\w+\/seller\.pem/, tls)
    .replace(/\/etc\/\w+\/seller\.key/, key)
    .replace('/var/log/nginx/koogate.log', join(folder, 'access.log'))
}

async function startNginx(folder: string, port: number): Promise<Neighbour> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n')
  const http = `${temporary}\naccess_log off;\n${configured('nginx', folder, port)}`
  const whole = `daemon off; user root; pid ${folder}/pid; events {}\nhttp {\n${http}\n}\n`
  const command = ['nginx', '-e', join(folder, 'error.log'), '-c', put(folder, 'nginx.conf', whole)]
  return startNeighbour(command, { port, folder })
}

function startHaproxy(folder: string, port: number): Promise<Neighbour> {
  const file = put(folder, 'haproxy.cfg', configured('haproxy', folder, port))
  return startNeighbour(['haproxy', '-db', '-f', file], { port, folder })
}

/** Repeats until the front end has found the service. */
async function found(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await purchase(port)).status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

withPrograms('nginx', 'haproxy', 'openssl').each([
  ['nginx', startNginx],
  ['haproxy', startHaproxy],
] as const)('behind %s as the guide configures it', (name, start) => {
  let port: number
  let folder: string
  let frontEnd: Neighbour
  beforeAll(async () => {
    port = await freePort()
    folder = newFolder()
    frontEnd = await start(folder, port)
    await found(port)
  })
  afterAll(() => frontEnd.stop())

  test('a V2 purchase is made', async () => {
    expect((await purchase(port)).text).toContain('"000000"')
  })

  test('the signature of a V1 answer has its spelling and fits its bytes', async () => {
    const { rawHeaders, text } = await call(port, v1Purchase())
    const at = rawHeaders.indexOf('Body-Sign')
    expect(at).toBeGreaterThan(-1)
    expect(readBodySign(rawHeaders[at + 1] ?? '')).toBe(bodySignature(keys.v1, text))
  })

  test('a V1 query of 40 KiB comes through', async () => {
    const { status, text } = await call(port, v1Purchase({ saasExtendParams: 'x'.repeat(40_000) }))
    expect(status, text).toBe(200)
    expect(text).toContain('resultCode')
  })

  test('a body of 10 MiB is answered in the form of the store', async () => {
    const { status, text } = await call(
      port,
      '/main/saas/produceAPI/v2/allOrgSync',
      'x'.repeat(10 * 2 ** 20),
    )
    expect(status).toBe(200)
    expect(text).toContain('resultCode')
  })

  if (name === 'nginx')
    test('no query stands in the log of the front end', () => {
      const log = readFileSync(join(folder, 'access.log'), 'utf8')
      expect(log).toContain('/main/saas 200')
      expect(log).not.toMatch(/authToken|signature/)
    })

  test('many calls over connections that the front end keeps are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => purchase(port)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  })
})
