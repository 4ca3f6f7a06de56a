import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { closeServer, listenOnLoopback } from '../../src/simulator/api/loopback-http.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { selfSigned } from '../auth-centre/self-signed.ts'
import { type StartedSeller, startSeller } from '../broken-sellers/right-seller/start.ts'
import { jointDraft, saasDraft } from '../preflight/drafts.ts'
import { filesOfDrafts } from '../preflight/files.ts'
import { privateKeys } from '../crypto/private-keys.ts'
import { koogate, startKoogate } from './run-koogate.ts'

const folder = filesOfDrafts()
afterAll(() => rmSync(folder, { recursive: true }))

const env = { BASIC: 'key of basic', ORDER: 'key of order' }

function draftFile(draft: object, name = 'listing.yaml'): string {
  const path = join(folder, name)
  writeFileSync(path, stringify(draft))
  return path
}

interface Told {
  readonly judged: readonly string[]
  readonly findings: readonly { rule: string; line: number; path: string }[]
  readonly partial: boolean
}

async function told(args: readonly string[], shell = { env }): Promise<Told & { code: number }> {
  const { out, code } = await koogate(['preflight', ...args, '--json'], shell)
  return { ...(JSON.parse(out) as Told), code }
}

describe('koogate preflight', () => {
  test('writes a draft to begin with, which has the form and breaks no rule, and never over another', async () => {
    const into = mkdtempSync(join(tmpdir(), 'koogate-init-'))
    expect((await koogate(['preflight', '--init', into])).code).toBe(0)
    const draft = join(into, 'listing.yaml')
    const schema = JSON.parse(readFileSync(join(into, 'listing.schema.json'), 'utf8')) as object
    const validate = new Ajv2020({ strict: false }).compile(schema)
    expect(validate(parse(readFileSync(draft, 'utf8')))).toBe(true)
    expect(validate({ product: { name: 'x', kind: 'SaaS', colour: 'red' } })).toBe(false)
    const { findings, code, judged } = await told([draft], { env: { BASIC: '', ORDER: '' } })
    expect([findings, code]).toEqual([[], 0])
    expect(judged.length).toBeGreaterThan(15)
    const again = await koogate(['preflight', '--init', into])
    expect(again.code).toBe(2)
    expect(again.err).toContain('listing.yaml is there already')
    rmSync(into, { recursive: true })
  })

  test('tells each finding with file, line and column, what is wrong, and where it is written', async () => {
    const draft = saasDraft()
    Object.assign(draft.product, { version: 'v0.1' })
    const path = draftFile(draft)
    const { code, out } = await koogate(['preflight', path], { env })
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('version:')) + 1
    expect(code).toBe(1)
    expect(out).toContain(
      `${path}:${line}:12  LST-4 error  product.version: v0.1 does not read as V1.0.`,
    )
    expect(out).toContain('https://support.huaweicloud.com/')
    expect(out).toMatch(/\d+ rules judged, 1 broken, 1 findings\./)
    const chinese = await koogate(['preflight', path], { env: { ...env, LANG: 'zh_CN.UTF-8' } })
    expect(chinese.out).toContain('v0.1 不是 V1.0 这样的版本号')
  })

  test('writes what it found as SARIF', async () => {
    const draft = saasDraft()
    Object.assign(draft.product, { version: 'v0.1' })
    const sarif = join(folder, 'found.sarif')
    await koogate(['preflight', draftFile(draft), '--sarif', sarif], { env })
    const log = JSON.parse(readFileSync(sarif, 'utf8')) as {
      version: string
      runs: {
        results: { ruleId: string; level: string; locations: unknown[] }[]
        tool: { driver: { rules: { id: string }[] } }
      }[]
    }
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    expect(run?.results).toMatchObject([{ ruleId: 'LST-4', level: 'error' }])
    expect(run?.results[0]?.locations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: expect.stringContaining('listing.yaml') as string },
          region: { startColumn: 12 },
        },
      },
    ])
    expect(run?.tool.driver.rules.map(({ id }) => id)).toContain('LST-4')
  })

  test.each([
    ['product: [', /:1:\d+ /, 'no YAML'],
    [
      'product:\n  name: x\n  kind: SaaS\n  colour: red\n',
      /:4:11 product\.colour: /,
      'an unknown member',
    ],
    ['product:\n  name: x\n  kind: saas\n', /:3:9 product\.kind: /, 'an unknown kind'],
    ['product:\n  name: 1\n  kind: SaaS\n', /:2:9 product\.name: /, 'a wrong type'],
    ['', /:1:1 .*(?:object|product)/i, 'nothing'],
  ])('ends with 2 and the line for %j', async (source, where) => {
    const path = join(folder, 'bad.yaml')
    writeFileSync(path, source)
    const { code, err } = await koogate(['preflight', path])
    expect(code).toBe(2)
    expect(err).toMatch(where)
    expect(err).not.toContain('    at ')
  })

  test.each([
    [['preflight'], 'Which draft?'],
    [['preflight', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
    [['preflight', 'FILE', '--sarif', '/nowhere/at/all'], '/nowhere/at/all cannot be written'],
    [['preflight', 'FILE', '--live'], '--live needs saas.address'],
  ])('ends with 2 for %j', async (args, sentence) => {
    const path = draftFile({ product: { name: 'x', kind: 'SaaS' } })
    const { code, err } = await koogate(args.map((one) => (one === 'FILE' ? path : one)))
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('koogate preflight --live', () => {
  const keys = makeAccessKeys()
  const given = (['basic', 'kit', 'order'] as const).flatMap((type) => [
    '--key',
    `${type}=${keys[type]}`,
  ])
  let seller: StartedSeller
  beforeAll(async () => {
    seller = await startSeller({ keys, privateKey: privateKeys.current })
  })
  afterAll(() => seller.close())
  const at = (url: URL | string) => {
    const draft = jointDraft()
    return draftFile({ ...draft, saas: { ...draft.saas, address: String(url) } }, 'live.yaml')
  }
  const own = () => at(new URL('main/saas', seller.url))
  const debug = ({ findings }: Told) =>
    findings.filter(({ rule }) => /^DBG/.test(rule)).map(({ rule }) => rule)

  test('finds nothing at a server that is right but where it is', async () => {
    const report = await told([own(), '--live', ...given])
    expect(debug(report)).toEqual(['DBG-16'])
    expect(report.judged).toEqual(expect.arrayContaining(['DBG-1', 'DBG-6', 'DBG-10']))
  })

  test('finds what every case answers under a wrong key, and the case that does not succeed again', async () => {
    const wrong = await told([own(), '--live', '--key', 'a-wrong-key'])
    expect(debug(wrong)).toContain('DBG-6')
    const seen = new Set<string>()
    const forgetful = createServer((request, response) => {
      void request.toArray().then((chunks: Buffer[]) => {
        const body = Buffer.concat(chunks).toString()
        const resultCode = seen.has(body) ? '000005' : '000000'
        seen.add(body)
        const ids = {
          instanceId: 'one',
          info: [],
          appInfo: { frontEndUrl: 'https://a.example.com' },
        }
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ resultCode, resultMsg: '', ...ids }))
      })
    })
    const url = await listenOnLoopback(forgetful, 0)
    const report = await told([at(new URL('main/saas', url)), '--live', ...given])
    expect(debug(report)).toContain('DBG-10')
    await closeServer(forgetful)
  })

  test('finds an address that nobody is at, one without a name, and a certificate that nobody vouches for', async () => {
    const dead = await told([at('http://127.0.0.1:9/main/saas'), '--live', ...given])
    expect(debug(dead)).toContain('DBG-1')
    const nameless = await told([at('https://nowhere.invalid/main/saas'), '--live', ...given])
    expect(debug(nameless)).toEqual(['DBG-1'])
    const server = createTlsServer(selfSigned, (_, response) => response.end('{}'))
    const { port } = await listenOnLoopback(server, 0)
    const untrusted = await told([at(`https://127.0.0.1:${port}/main/saas`), '--live', ...given])
    expect(debug(untrusted)).toEqual(expect.arrayContaining(['DBG-1', 'DBG-15']))
    await closeServer(server)
  })

  test('tells what is known when it is stopped, and that it is partial', async () => {
    const run = startKoogate(['preflight', own(), '--live', ...given], { env })
    run.send('SIGINT')
    const { code, out } = await run.ended
    expect(code).toBe(130)
    expect(out).toContain('Stopped: not every case was called.')
  })
})
