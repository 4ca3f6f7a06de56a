import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { signV2 } from '../../src/simulator/calls/sign-v2.ts'
import { koogate } from './run-koogate.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-explain-'))
afterAll(() => rmSync(folder, { recursive: true }))

const env = { KOOGATE_BASIC_KEY: 'right-key-for-tests', KOOGATE_KIT_KEY: 'kit-key-for-tests' }
const address = new URL('https://seller.example.com/store')
const members = { activity: 'newInstance', businessId: 'b-1', orderId: 'CS-1', testFlag: '1' }

/** A call of the store as JSON. */
function called(key: string): string {
  const { method, url, headers, body } = signV2(address, key, members)
  return JSON.stringify({ method, url: url.href, headers, body })
}

describe('koogate explain', () => {
  test('says that a right signature is right, byte by byte and without the key', async () => {
    const { code, out, err } = await koogate(['explain'], {
      env,
      input: called(env.KOOGATE_BASIC_KEY),
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('The signature is right.')
    expect(out).toMatch(/^ {2}0000 {2}7b 22 61 63 74 69 76 69 74 79 /m)
    expect(out).not.toContain(env.KOOGATE_BASIC_KEY)
  })

  test('finds which mistake makes a wrong one, and exits with 1', async () => {
    const file = join(folder, 'wrong.json')
    writeFileSync(file, called(env.KOOGATE_KIT_KEY))
    const { code, out } = await koogate(['explain', file], { env })
    expect(code).toBe(1)
    expect(out).toContain('The wrong key was used: it is that of kit')
    const { out: json } = await koogate(['explain', file, '--json'], { env })
    expect(JSON.parse(json)).toMatchObject({ scheme: 'v2', verdict: 'mistaken' })
    expect(json).not.toContain('key-for-tests')
    const { out: chinese } = await koogate(['explain', file], { env: { ...env, LANG: 'zh_CN' } })
    expect(chinese).toContain('签名错误。')
  })

  test('exits with 3 where there is no signature to judge', async () => {
    const url = `${address.href}?timestamp=${Date.now()}&nonce=n`
    const unsigned = JSON.stringify({ url, body: JSON.stringify(members) })
    const args = ['explain', '--scheme', 'v2']
    const { code, out } = await koogate(args, { env, input: unsigned })
    expect(code).toBe(3)
    expect(out).toContain('There is no signature to judge.')
  })
})

test('koogate sign gives a request that koogate explain finds right', async () => {
  const input = `curl -X POST ${address.href} --data-raw '${JSON.stringify(members)}'`
  const { code, out } = await koogate(['sign'], { env, input })
  expect(code).toBe(0)
  expect(out).toMatch(/^curl .*signature=/)
  expect(out).not.toContain(env.KOOGATE_BASIC_KEY)
  expect(await koogate(['explain'], { env, input: out })).toMatchObject({ code: 0 })
  const { out: parts } = await koogate(['sign', '--json'], { env, input })
  expect(JSON.parse(parts)).toMatchObject({ scheme: 'v2', method: 'POST' })
  expect(await koogate(['explain'], { env, input: parts })).toMatchObject({ code: 0 })
})

test.each([
  [['explain'], 'There is no request: name a file that holds it, or pipe it in.'],
  [['explain', 'nowhere'], 'nowhere cannot be read (ENOENT)'],
  [['explain', 'LICENSE'], 'This is not a request'],
  [['explain', 'package.json', '--scheme', 'v9'], 'As JSON a request has'],
])('%j is a wrong use, and exits with 2', async (args, sentence) => {
  const { code, out, err } = await koogate(args, { env })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(sentence)
})

test('a way of signing that is not there, or a key that nobody gave, is a wrong use', async () => {
  const input = called('k')
  const { code, err } = await koogate(['explain', '--scheme', 'v9'], { env, input })
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('--scheme is v9') as string,
  })
  const nobody = await koogate(['explain'], { input })
  expect(nobody).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no key') as string,
  })
})
