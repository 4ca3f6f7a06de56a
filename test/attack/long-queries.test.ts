import { Agent, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationsIn } from '../harness/contract-operations.ts'
import { type TestService, startService } from '../harness/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const paths = operationsIn('seller')
  .filter(({ method }) => method === 'get')
  .map(({ path }) => path.replace('{address}', 'main'))

interface Answered {
  readonly text: string
  readonly port: number | undefined
}

function get(path: string, agent: Agent): Promise<Answered> {
  const { hostname, port } = new URL(service.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, agent }, (response) => {
      const { localPort } = response.socket
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () => resolve({ text, port: localPort })).on('error', reject)
    })
    sent.on('error', reject).end()
  })
}

test('there are addresses that take a GET', () => {
  expect(paths.length).toBeGreaterThan(1)
})

// Node cuts what is short out of a pool that all share, and gives what is long memory of its own.
describe.each(paths)('GET %s', (path) => {
  test.each([16_383, 16_384, 24_000, 32_767, 32_768, 60_000])(
    'answers a query of %i bytes that nobody signed, and what comes next on its connection',
    async (bytes) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      const target = `${path}?${'a='.padEnd(bytes, 'a')}`
      const first = await get(target, agent)
      const second = await get(target, agent)
      const third = await get('/health/ready', agent)
      agent.destroy()
      expect(first.text).toContain('"resultCode":"00000')
      expect(second.text).toBe(first.text)
      expect(third.text).toMatch(/^{"status":"ready"/)
      expect([second.port, third.port]).toEqual([first.port, first.port])
    },
  )
})
