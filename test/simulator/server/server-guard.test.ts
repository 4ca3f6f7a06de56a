import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type StoreServer,
  startStoreServer,
} from '../../../src/simulator/server/start-store-server.ts'
import { callsTo } from './scene.ts'

let open: StoreServer
let guarded: StoreServer

beforeAll(async () => {
  open = await startStoreServer()
  guarded = await startStoreServer({ host: '0.0.0.0', token: 'secret-token' })
})
afterAll(async () => {
  await open.close()
  await guarded.close()
})

const target = (server: StoreServer, path: string) => new URL(path, server.url)

/** Asks with a `Host` of its own, which fetch does not send; returns the status. */
function statusFor(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(target(open, '/simulator/v1/store'), { headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.once('error', reject).end()
  })
}

/** The status of a target that fetch would put right. */
function statusOf(path: string): Promise<number> {
  const { hostname, port } = open.url
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.once('error', reject).end()
  })
}

describe('a store that listens on this machine only', () => {
  test('answers without a token to the names of this machine, and to no other name', async () => {
    expect(await statusFor(`localhost:${open.url.port}`)).toBe(200)
    expect(await statusFor(`127.0.0.1:${open.url.port}`)).toBe(200)
    expect(await statusFor(`rebound.example.com:${open.url.port}`)).toBe(403)
  })

  test('refuses a page of another site', async () => {
    const call = callsTo(open.url, { origin: 'https://evil.example.com' })
    expect((await call('POST', 'clock/advance', { by: 'P1D' })).status).toBe(403)
    const own = callsTo(open.url, { origin: open.url.origin })
    expect((await own('POST', 'clock/advance', { by: 'P1D' })).status).toBe(200)
  })
})

describe('a store that listens elsewhere', () => {
  test('does not start without a token', async () => {
    await expect(startStoreServer({ host: '0.0.0.0' })).rejects.toThrow('with a token only')
  })

  test('asks for the token, and shows the page that asks for it', async () => {
    expect((await callsTo(guarded.url)('GET', 'store')).status).toBe(401)
    const wrong = callsTo(guarded.url, { authorization: 'Bearer secret-tokem' })
    expect((await wrong('GET', 'store')).status).toBe(401)
    const right = callsTo(guarded.url, { authorization: 'Bearer secret-token' })
    expect((await right('GET', 'store')).status).toBe(200)
    expect((await fetch(target(guarded, '/'))).status).toBe(200)
  })
})

describe('the page', () => {
  test('lets a browser load its own files and nothing inline, and be framed by nobody', async () => {
    const response = await fetch(target(open, '/'))
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await response.text()).not.toMatch(/<script>|<style|style=|onclick=/)
  })

  test.each([
    ['en', undefined, 'zh-CN,zh;q=0.9', 'lang="zh-CN"'],
    ['en', undefined, 'fr,zh;q=0.9', 'lang="en"'],
    ['en', 'zh', 'en', 'lang="zh-CN"'],
  ])(
    'is in the language that was chosen, or that the browser asks for',
    async (_l, chosen, accepts, lang) => {
      const query = chosen === undefined ? '' : `?lang=${chosen}`
      const headers = { 'accept-language': accepts }
      expect(await (await fetch(target(open, `/${query}`), { headers })).text()).toContain(lang)
    },
  )

  test('answers an address that is none like any unknown one', async () => {
    expect(await statusOf('//')).toBe(404)
    expect(await statusOf('/')).toBe(200)
  })

  test.each(['/page/../page.ts', '/page/page.ts', '/page/nothing.js', '/page/..%2fpage.ts'])(
    'serves no other file: %s',
    async (path) => {
      const response = await fetch(target(open, path))
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('APIGW.0101')
    },
  )
})
