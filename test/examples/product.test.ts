import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Example, type Receiver, examples, startReceiver } from './receivers.ts'
import { linesAbout, otherSecret, post, scene } from './signed.ts'
import { until } from '../harness/until.ts'

let product: Receiver
beforeAll(async () => {
  product = await startReceiver(examples['typescript'] as Example)
})
afterAll(() => product.stop())

/** What the buyer sees behind the entrance. */
async function entrance(instanceId: string) {
  const answer = await fetch(`${product.origin}/t/${instanceId}`)
  return { status: answer.status, text: await answer.text() }
}

const bought = (instanceId: string) => scene('asks/provision-requested', instanceId)

/** An event of an instance, as of a version of it. */
function event(type: string, instanceId: string, more: object) {
  const { data } = bought(instanceId)
  const message = { type, timestamp: '2026-11-18T10:19:31Z', data: { ...data, ...more } }
  return post(product, { message })
}

describe('the example product', () => {
  test('lets the buyer in, follows the life of the instance, and closes it', async () => {
    const instanceId = randomUUID()
    expect(await entrance(instanceId)).toMatchObject({ status: 403 })
    await post(product, { message: bought(instanceId) })
    const [first, second] = ['2027-11-18T15:59:59Z', '2028-11-18T15:59:59Z']
    expect(await entrance(instanceId)).toEqual({ status: 200, text: `50 seats until ${first}` })
    // Told late: the ask was answered inside the call that it tells of.
    await event('instance.created', instanceId, { version: 1, status: 'provisioning' })
    await event('instance.activated', instanceId, {
      version: 2,
      status: 'active',
      expireTime: first,
    })
    expect(await entrance(instanceId)).toMatchObject({ status: 200 })
    const renewed = { version: 3, status: 'active', expireTime: second }
    await event('instance.renewed', instanceId, renewed)
    expect(await entrance(instanceId)).toEqual({ status: 200, text: `50 seats until ${second}` })
    await event('instance.frozen', instanceId, { ...renewed, version: 4, status: 'frozen' })
    expect(await entrance(instanceId)).toEqual({ status: 403, text: 'frozen' })
    await event('instance.unfrozen', instanceId, { ...renewed, version: 5 })
    await post(product, { message: scene('asks/change-requested', instanceId) })
    expect(await entrance(instanceId)).toEqual({ status: 200, text: `80 seats until ${second}` })
    await event('instance.released', instanceId, { version: 7, status: 'released' })
    // One that comes again after later ones changes nothing.
    await event('instance.renewed', instanceId, renewed)
    expect(await entrance(instanceId)).toEqual({ status: 403, text: 'released' })
    const late = await post(product, { message: bought(instanceId) })
    expect(late).toMatchObject({ status: 409, body: { code: '000104' } })
  })

  test('knows after a crash what it has answered, and whom it lets in', async () => {
    const [id, instanceId] = [randomUUID(), randomUUID()]
    const answer = await post(product, { id, message: bought(instanceId) })
    await product.restart()
    expect(await entrance(instanceId)).toMatchObject({ status: 200 })
    expect(await post(product, { id, message: bought(instanceId) })).toEqual(answer)
    const lines = await linesAbout(product, instanceId)
    expect(lines).toEqual([`provision.requested ${instanceId}`])
  })

  test('says what it refuses, and that its port is taken', async () => {
    const message = bought(randomUUID())
    expect(await post(product, { message, secrets: [otherSecret] })).toMatchObject({ status: 401 })
    await until(
      () => Promise.resolve(product.output()),
      (printed) => printed.includes('refused: the signature does not hold\n'),
    )
    const { port } = new URL(product.origin)
    const env = { ...process.env, PORT: port, WEBHOOK_SECRET: product.secret }
    const { file } = examples['typescript'] as Example
    const second = spawnSync(process.execPath, [file], { env, encoding: 'utf8' })
    expect(second.status).toBe(1)
    expect(second.stderr).toMatch(new RegExp(`^cannot wait at port ${port}.*EADDRINUSE.*\n$`))
  })
})
