import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeServer, listenOnLoopback } from '../../src/simulator/api/loopback-http.ts'
import { until } from '../harness/until.ts'
import { type Ended, type ShellOptions, koogate, startKoogate } from './run-koogate.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Told {
  readonly url: string
  readonly settings: Readonly<Record<string, string>>
}

/** What `koogate store --json` tells, and what is seen while it runs. */
async function whileOpen<Seen>(
  args: readonly string[],
  see: (told: Told) => Promise<Seen>,
  shell: ShellOptions = {},
): Promise<{ readonly told: Told; readonly seen: Seen; readonly ended: Ended }> {
  const running = startKoogate(['store', '--port', '0', '--json', ...args], shell)
  const out = await until(
    () => Promise.resolve(running.out()),
    (text) => text.includes('\n'),
  )
  const told = JSON.parse(out) as Told
  const seen = await see(told)
  running.send('SIGINT')
  return { told, seen, ended: await running.ended }
}

const seller = 'http://127.0.0.1:9/main/saas'

test('opens a page, and tells what the seller’s server has to know, until Ctrl-C', async () => {
  const see = async ({ url }: Told) => {
    const answer = await fetch(url)
    return { status: answer.status, text: await answer.text() }
  }
  const { told, seen, ended } = await whileOpen(['--seller', seller], see)
  expect(seen.status).toBe(200)
  expect(seen.text).toMatch(/^<!doctype html>/)
  expect(Object.keys(told.settings).sort()).toEqual([
    'KOOGATE_BASIC_KEY',
    'KOOGATE_KIT_KEY',
    'KOOGATE_LICENSE_KEY',
    'KOOGATE_ORDER_KEY',
    'KOOGATE_STORE_AK',
    'KOOGATE_STORE_SK',
    'KOOGATE_STORE_URL',
    'KOOGATE_V1_KEY',
  ])
  expect(ended).toMatchObject({ code: 130, err: '' })
})

test('shows no key and no secret that it was given', async () => {
  const env = {
    KOOGATE_STORE_AK: 'ak',
    KOOGATE_STORE_SK: 'sk-of-tests',
    KOOGATE_KIT_KEY: 'kit-of-tests',
  }
  const args = ['--seller', seller, '--key', 'basic=basic-of-tests']
  const { told, ended } = await whileOpen(args, () => Promise.resolve(), { env })
  expect(told.settings).toMatchObject({ KOOGATE_STORE_AK: 'ak' })
  expect(ended.out + ended.err).not.toContain('-of-tests')
})

test('keeps its state in a file, and begins with it the next time', async () => {
  const args = ['--seller', seller, '--state', join(folder, 'state.json')]
  const { told: first } = await whileOpen(args, () => Promise.resolve())
  const { told: second } = await whileOpen(args, () => Promise.resolve())
  expect(second.settings['KOOGATE_BASIC_KEY']).toBe(first.settings['KOOGATE_BASIC_KEY'])
  expect(readFileSync(join(folder, 'state.json'), 'utf8')).toContain(seller)
})

test.each([
  [['--seller', 'seller'], '--seller is seller, and not an address'],
  [['--seller', 'saasV9=http://a'], '--seller is saasV9; there are'],
  [['--seller', 'orders=http://a'], '--seller is of orders, which no product is sold by'],
  [['--host', '0.0.0.0'], 'KOOGATE_STORE_TOKEN'],
  [['--port', '70000'], '--port is 70000, and not a whole number'],
  [['--app-id', 'a'], '--app-id and --public-key belong together'],
  [['--state', 'package.json'], 'package.json'],
])('%j is a wrong use, and exits with 2', async (args, sentence) => {
  const { code, out, err } = await koogate(['store', '--port', '0', ...args])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(sentence)
})

test('says that its port is taken, and exits with 2', async () => {
  const server = createServer()
  const { port } = await listenOnLoopback(server, 0)
  const { code, err } = await koogate(['store', '--port', port])
  expect({ code, err }).toEqual({
    code: 2,
    err: `koogate cannot listen at port ${port} (EADDRINUSE): --port takes another.\n`,
  })
  await closeServer(server)
})
