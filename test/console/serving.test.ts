import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConsoleRouter } from '../../src/http/console.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-console-'))
const script = 'export {}'.padEnd(2000, '/')
let url = ''
const app = express()
app.use('/console', createConsoleRouter(join(folder, 'built')))
app.use('/coming', createConsoleRouter(join(folder, 'coming'), true))
const server = createServer(app)

beforeAll(async () => {
  mkdirSync(join(folder, 'built/assets'), { recursive: true })
  writeFileSync(join(folder, 'built/index.html'), 'the console')
  writeFileSync(join(folder, 'built/assets/main-a1b2c3d4.js'), script)
  writeFileSync(join(folder, 'built/assets/main-a1b2c3d4.js.gz'), gzipSync(script))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

describe('the console that was built', () => {
  test.each(['/', '/instances', '/instance?id=..%2F%3F', '/a-page-of-later'])(
    'is one document at %s, one level deep, and is asked for anew each time',
    async (path) => {
      const answer = await fetch(`${url}/console${path}`)
      expect(await answer.text()).toBe('the console')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('is found without the slash, also behind a proxy that takes a prefix away', async () => {
    const answer = await fetch(`${url}/console?lang=zh`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('console/?lang=zh')
  })

  test('lets no inline script or style run, nothing of elsewhere load, and nobody frame it', async () => {
    const answer = await fetch(`${url}/console/instances`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(policy).not.toContain('unsafe')
    expect(policy).toMatch(/base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/)
  })

  test('has assets that are kept for ever, compressed for whoever takes that', async () => {
    const asset = `${url}/console/assets/main-a1b2c3d4.js`
    const answer = await fetch(asset)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(await answer.text()).toBe(script)
    const plain = await fetch(asset, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
  })

  test.each(['/assets/gone-a1b2c3d4.js', '/two/levels', '/..%2Fsecret'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(`${url}/console${path}`)).status).toBe(404)
    },
  )
})

test('the console that is not built yet says so, and is tried again by itself', async () => {
  const answer = await fetch(`${url}/coming/instances`)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/http-equiv="refresh"[\s\S]*控制台正在生成/)
})
