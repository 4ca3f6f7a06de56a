import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { findV2Key } from '../../src/crypto/v2-query-signature.ts'
import { readMessage } from '../../src/explain/message/read-message.ts'
import { parameterOf } from '../../src/explain/message/message.ts'
import { schemeIds } from '../../src/explain/scheme.ts'
import { koogate, startKoogate } from './run-koogate.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-explain-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
function file(text: string): string {
  const path = join(folder, `request-${count++}`)
  writeFileSync(path, text)
  return path
}

const url = 'https://shop.example.com/main/saas'
const body = '{"activity":"newInstance","orderId":"CS1","name":"测试"}'
const key = 'never-shown-1f'
const at = ['--at', '2026-01-31T08:00:00.123Z', '--nonce', 'AB12']

describe('koogate sign', () => {
  test('prints a line for curl that the service accepts, and not the key', async () => {
    const { code, out } = await koogate(['sign', url, '--body', body, '--key', key])
    expect(code).toBe(0)
    expect(out).not.toContain(key)
    const message = readMessage(out)
    if (message.kind === 'problem') throw new Error(message.text.en)
    const [nonce = '', timestamp = '', signature = ''] = ['nonce', 'timestamp', 'signature'].map(
      (name) => parameterOf(message, name),
    )
    const claim = { nonce, timestamp, signature, rawBody: Buffer.from(message.body) }
    expect(findV2Key(claim, [key])).toBe(key)
    expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000)
  })

  test.each(schemeIds)('signs in %s so that koogate explain calls it right', async (scheme) => {
    const secret = scheme === 'webhook' ? 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' : key
    const to = scheme === 'body-sign' ? [] : [`${url}?a=1`]
    const keys = ['--key', secret, '--access-key', 'my-ak']
    const signed = await koogate(['sign', ...to, '--scheme', scheme, '-d', body, ...keys, ...at])
    expect(signed.code).toBe(0)
    const text = scheme === 'body-sign' ? `HTTP/1.1 200 OK\n${signed.out}\n${body}` : signed.out
    const { code, out } = await koogate(['explain', file(text), '--key', secret])
    expect(out).toContain('✓ The signature is right.')
    expect(code).toBe(0)
    expect(out + signed.out).not.toContain(secret)
  })

  test('prints the parts as JSON, which koogate explain takes too', async () => {
    const { out } = await koogate([
      'sign',
      url,
      '-d',
      body,
      '--key',
      key,
      '--json',
      '-H',
      'X-Note: a b',
      ...at,
    ])
    const parts = JSON.parse(out) as Record<string, unknown>
    expect(parts).toMatchObject({ method: 'POST', body, headers: { 'X-Note': 'a b' } })
    expect((await koogate(['explain', file(out), '--key', key])).code).toBe(0)
  })

  test.each([
    [['sign', url], 'There is no key (access key)'],
    [['sign', '--key', key], 'The address of the request is missing'],
    [['sign', 'shop', '--key', key], 'the url is shop'],
    [['sign', url, '--key', key, '--scheme', 'v3'], '--scheme is v3; there are v2, v1-query'],
    [['sign', url, '--key', key, '--scheme', 'ak-sk'], 'There is no AK'],
    [['sign', url, '--key', key, '--at', 'noon'], '--at is noon'],
    [['sign', url, '--key', key, '-H', 'X'], '--header is “X”'],
    [
      ['sign', url, '--key', key, '-d', 'x', '--body-file', 'y'],
      '--body and --body-file are both there',
    ],
    [['sign', url, '--key', key, '--body-file', '/none'], '/none cannot be read (ENOENT)'],
    [
      ['sign', url, '--key', key, '--scheme', 'v1-body', '-d', '[]'],
      'The body is not a JSON object',
    ],
  ])('refuses %j: %s', async (args, reason) => {
    const { code, out, err } = await koogate(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
  })
})

describe('koogate explain', () => {
  const signed = async (...more: readonly string[]) =>
    (await koogate(['sign', url, '-d', body, '--key', key, ...at, ...more])).out

  test('names the mistake, shows what was signed byte by byte, and never the key', async () => {
    const changed = (await signed()).replace('"CS1"', '"CS2"')
    const unknown = await koogate(['explain', file(changed), '--key', key])
    expect(unknown.code).toBe(1)
    expect(unknown.out).toMatch(
      /none of the mistakes that are known makes it[^]+\d+ mistakes and \d+ pairs/,
    )
    const spaced = (await signed()).replace('":"CS1",', '" : "CS1",\n')
    const right = await koogate(['explain', file(spaced), '--key', key])
    expect([right.code, right.out.includes('white space')]).toEqual([1, true])
    const { out } = await koogate([
      'explain',
      file((await signed()).replace('测试', '测 试')),
      '--key',
      key,
    ])
    expect(out).toContain('Every blank of the body was left out')
    expect(out).toMatch(/000000 {2}(•• ){14}41 42 +•{14}AB/)
    expect(out).not.toContain(key)
  })

  test('finds that the key is that of another interface type, from the environment', async () => {
    const env = { KOOGATE_BASIC_KEY: key, KOOGATE_ORDER_KEY: 'the-order-key' }
    const order = await koogate(['sign', url, '-d', '{"activity":"orderNotify"}', ...at], { env })
    expect((await koogate(['explain', file(order.out)], { env })).out).toContain(
      'The signature is right',
    )
    const withOrders = { env: { KOOGATE_BASIC_KEY: 'the-order-key' } }
    const mixed = await koogate(['sign', url, '-d', body, ...at], withOrders)
    const both = { env: { ...env, KOOGATE_ORDER_KEY: 'the-order-key' } }
    const { out, code } = await koogate(['explain', file(mixed.out)], both)
    expect(code).toBe(1)
    expect(out).toContain('The wrong key was used: it is that of order')
    expect(out).not.toContain('the-order-key')
  })

  test('speaks Chinese, and JSON to programs', async () => {
    const wrong = (await signed()).replace(/nonce=AB12/, 'nonce=ab12')
    const zh = await koogate(['explain', file(wrong), '--key', key], {
      env: { LANG: 'zh_CN.UTF-8' },
    })
    expect(zh.out).toContain('签名错误，原因是：')
    expect(zh.out).toContain('签名时随机数被转成了大写')
    const { out } = await koogate(['explain', file(wrong), '--key', key, '--json'])
    expect(out).not.toContain(key)
    expect(JSON.parse(out)).toMatchObject({
      scheme: 'v2',
      verdict: 'mistaken',
      findings: [{ mistakes: [{ id: 'nonce-upper-case' }] }],
    })
  })

  test('without a signature it prints the expected one; --signature gives one', async () => {
    const unsigned = file((await signed()).replace(/&signature=\w+/, ''))
    const { code, out } = await koogate(['explain', unsigned, '--key', key])
    expect([code, out.includes('There is no signature to judge')]).toEqual([0, true])
    const [, expected = ''] = /expected {2}(\w+)/.exec(out) ?? []
    const right = await koogate(['explain', unsigned, '--key', key, '--signature', expected])
    expect(right.code).toBe(0)
    expect(right.out).toContain('The signature is right')
  })

  test.each([
    ['hello', 'This is not a request'],
    [`curl ${url}`, 'does not show how it is signed'],
    [`curl '${url}?signature=1&nonce=1&timestamp=1'`, 'The access key is missing'],
  ])('refuses %j: %s', async (text, reason) => {
    const { code, out, err } = await koogate(['explain', file(text)])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
  })

  test('reads what is piped in, and asks nobody at a terminal', async () => {
    const { code, out } = await koogate(['explain', '--key', key], { input: await signed() })
    expect([code, out.includes('The signature is right')]).toEqual([0, true])
    const { code: refused, err } = await koogate(['explain', '--key', key])
    expect([refused, err.includes('There is no request: name a file')]).toEqual([2, true])
  })

  test('Ctrl-C ends the wait for what is piped in, and exits with 130', async () => {
    const running = startKoogate(['explain', '--key', key], { input: new PassThrough() })
    running.send('SIGINT')
    expect(await running.ended).toEqual({ code: 130, out: '', err: '' })
  })

  test('refuses a file that is not there, and one that is not UTF-8', async () => {
    expect((await koogate(['explain', join(folder, 'none')])).err).toContain(
      'cannot be read (ENOENT)',
    )
    const path = join(folder, 'binary')
    writeFileSync(path, Buffer.from([0xff, 0xfe]))
    expect((await koogate(['explain', path])).err).toContain('The request is not UTF-8')
  })
})
