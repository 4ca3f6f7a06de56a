import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Receiver, examples, here, startReceiver } from './receivers.ts'
import { linesAbout, otherSecret, post, scene } from './signed.ts'

test.each(Object.values(examples))('$file is short', ({ file, mostLines }) => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(mostLines)
})

describe.each(here)('the example in %s', (_language, example) => {
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver(example)
  })
  afterAll(() => receiver.stop())

  test('answers an ask with an entrance that knows quantity and buyer, once for each id', async () => {
    const [id, instanceId] = [randomUUID(), randomUUID()]
    const message = scene('asks/provision-requested', instanceId)
    const first = await post(receiver, { id, message })
    expect(first).toMatchObject({
      status: 200,
      body: {
        frontEndUrl: `${receiver.origin}/t/${instanceId}`,
        memo: '50 seats for mock_user_01',
      },
    })
    expect(await post(receiver, { id, message })).toEqual(first)
    const lines = await linesAbout(receiver, instanceId)
    expect(lines).toEqual([`provision.requested ${instanceId}`])
  })

  test('allows a change, and takes what it does not know', async () => {
    const check = scene('asks/change-check', randomUUID())
    expect(await post(receiver, { message: check })).toMatchObject({ body: { allowed: true } })
    const unknown = { type: 'moon.risen', timestamp: '2026-11-18T10:19:31Z', data: {} }
    expect((await post(receiver, { message: unknown })).status).toBeLessThan(300)
  })

  const refused = randomUUID()
  const message = scene('asks/provision-requested', refused)
  const minutes = (count: number) => new Date(Date.now() + count * 60_000)
  test.each([
    ['whose body was tampered with', { tamper: (body: string) => body.replace('50', '5') }],
    ['of another secret', { secrets: [otherSecret] }],
    ['of six minutes ago', { at: minutes(-6) }],
    ['of the time to come', { at: minutes(6) }],
    ['without a signature', { secrets: [] }],
  ])('refuses a message %s, and does nothing', async (_what, sent) => {
    expect((await post(receiver, { message, ...sent })).status).toBe(401)
    expect(await linesAbout(receiver, refused)).toEqual([])
  })

  test('takes one of two signatures, as they are while a secret changes', async () => {
    const secrets = [otherSecret, receiver.secret]
    const renewed = scene('asks/change-check', randomUUID())
    expect((await post(receiver, { message: renewed, secrets })).status).toBe(200)
  })
})
