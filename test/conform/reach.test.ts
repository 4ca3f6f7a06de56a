import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createTcp, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { judge, type JudgeOptions } from '../../src/conform/judge.ts'
import { endingOf, type Report } from '../../src/conform/report.ts'
import { judgeSmall, keys, limits, ruleOf } from './run.ts'

const close: (() => void)[] = []
afterEach(() => {
  for (const one of close.splice(0)) one()
})

let calls = 0
const rules = [ruleOf('answers/never', { judge: () => Promise.reject(new Error('was judged')) })]

async function listening(server: Server, scheme = 'http'): Promise<URL> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close.push(() => server.close())
  return new URL(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/produce`)
}

function answering(listener: RequestListener): Promise<URL> {
  calls = 0
  return listening(
    createHttp((request, response) => {
      calls += 1
      listener(request, response)
    }),
  )
}

function judgeAt(url: URL, options: Partial<JudgeOptions> = {}): Promise<Report> {
  const own = { target: { url }, keys, limits, rules, generations: ['saasV2'] as const }
  return judge({ ...own, ...options })
}

function finding({ reached }: Report): string {
  return reached.map(({ state, finding: found }) => `${state}: ${found?.en ?? ''}`).join('\n')
}

describe('an address that is not reached is told in a sentence, judged by no rule, and ends with exit code 3:', () => {
  it('a name that does not resolve', async () => {
    const report = await judgeAt(new URL('https://seller.invalid/produce'))
    expect(finding(report)).toMatch(/^unreachable: The name .* does not resolve \(E\w+\)\.$/)
    expect(endingOf(report)).toBe('notJudged')
    expect(report.judgements).toEqual([])
  })

  it('a port where nobody listens, asked once for all interfaces', async () => {
    const server = createTcp()
    const url = await listening(server)
    await new Promise((done) => server.close(done))
    const report = await judgeAt(url, { generations: ['saasV2', 'orders'] })
    const refused = 'unreachable: The address refuses connections (ECONNREFUSED).'
    expect(finding(report)).toBe(`${refused}\n${refused}`)
    expect(report.reached[1]?.exchanges).toEqual(report.reached[0]?.exchanges)
  })

  it('a self-signed certificate', async () => {
    const { key, cert } = selfSigned()
    const url = await listening(
      createHttps({ key, cert }, () => undefined),
      'https',
    )
    expect(finding(await judgeAt(url))).toContain('The certificate of the address is self-signed')
  })

  it('a port that speaks no TLS', async () => {
    const url = await answering((_request, response) => response.end('{}'))
    const report = await judgeAt(new URL(url.href.replace('http:', 'https:')))
    expect(finding(report)).toContain('No TLS connection to the address came about')
  })

  it('a connection that is broken off', async () => {
    const url = await listening(createTcp((socket) => socket.destroy()))
    expect(finding(await judgeAt(url))).toContain('breaks the connection off')
  })

  it('a page of HTML, with its status', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html>nothing here</html>')
    })
    expect(finding(await judgeAt(url))).toContain('an HTML page (HTTP status 404)')
  })

  it('a redirect, with where it leads', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(302, { location: '/login' }).end()
    })
    const report = await judgeAt(url)
    expect(finding(report)).toContain('a redirect to /login (HTTP status 302)')
    expect(calls).toBe(1)
    expect(endingOf(report)).toBe('notJudged')
  })

  it('an answer that never comes, within the time limit', async () => {
    const url = await answering(() => undefined)
    const report = await judgeAt(url, { limits: { callMs: 100, debugMs: 200 } })
    expect(finding(report)).toContain('gave no answer within 0.2 s')
    expect(calls).toBe(1)
  })
})

describe('a wrong key', () => {
  const wrong = { ...keys, basic: 'another-key' }

  it('is one finding after two calls, with exit code 3', async () => {
    const report = await judgeSmall({ rules, keys: wrong })
    expect(finding(report)).toMatch(/^refused: Every signed call is refused with resultCode 000001/)
    expect(report.reached[0]?.exchanges).toHaveLength(2)
    expect(report.judgements).toEqual([])
    expect(endingOf(report)).toBe('notJudged')
  })

  it('leaves the other interfaces to be judged, and the run is not called good', async () => {
    const kept = [ruleOf('answers/kept')]
    const report = await judgeSmall({ rules: kept, keys: wrong, generations: ['saasV2', 'orders'] })
    expect(report.judgements.map(({ generation }) => generation)).toEqual(['orders'])
    expect(endingOf(report)).toBe('notJudged')
  })

  it('is not blamed where the clocks differ', async () => {
    const url = await answering((_request, response) => {
      response.setHeader('date', new Date(Date.now() - 600_000).toUTCString())
      response.setHeader('content-type', 'application/json')
      response.end('{"resultCode":"000002","resultMsg":"timestamp"}')
    })
    expect(finding(await judgeAt(url))).toMatch(
      /clock of the server differs .* by -(599|600|601) s/,
    )
  })

  it('is not blamed for one interface that fails', async () => {
    const url = await answering((_request, response) => {
      response.setHeader('content-type', 'application/json')
      const resultCode = calls === 1 ? '000002' : '000000'
      response.end(JSON.stringify({ resultCode, resultMsg: '' }))
    })
    const report = await judgeAt(url, { rules: [ruleOf('answers/kept')] })
    expect(report.reached[0]?.state).toBe('reached')
    expect(endingOf(report)).toBe('kept')
  })
})

function selfSigned(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-cert-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '2']
  const files = ['-keyout', key, '-out', cert]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  execFileSync('openssl', ['req', '-x509', ...kind, ...files, ...subject], { stdio: 'pipe' })
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true })
  return made
}
