import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { drawn, isLong } from '../harness/scale.ts'
import { freePort } from '../../scripts/shared/child-process.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { becomesReady } from '../harness/process.ts'
import { keys, settingsFor, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const oneSentence = /^Koogate does not start\. [^\n]+\.\n$/
// An embedded database starts slowly on a machine that is busy with other things.
const startsWithinMs = 60_000
const keyOf = (byte: number) => ({ KOOGATE_SECRET_KEY: Buffer.alloc(32, byte).toString('base64') })

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-secret-key-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly url: string
  readonly said: () => string
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

async function start(settings: Readonly<Record<string, string>>): Promise<Started> {
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    ...settings,
    PORT: String(port),
  }
  const child = spawn(process.execPath, ['src/start.js'], { env, stdio: 'pipe' })
  children.push(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    isRunning: () => child.exitCode === null,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

async function ready(service: Started | undefined): Promise<void> {
  const check = () => {
    if (service?.isRunning() !== true) throw new Error(service?.said())
  }
  await becomesReady(service?.url ?? '', check, startsWithinMs)
}

/** Starts, waits until it is ready, and ends. */
async function startOnce(settings: Readonly<Record<string, string>>): Promise<void> {
  const service = await start(settings)
  await ready(service)
  await service.stop()
}

/** What a start says that must be refused. */
async function refusal(settings: Readonly<Record<string, string>>): Promise<string> {
  const service = await start(settings)
  await until(
    () => Promise.resolve(service.isRunning() || service.said() === ''),
    (running) => !running,
  )
  expect(service.said()).toMatch(oneSentence)
  return service.said()
}

describe('a database is used with one secret key', () => {
  test('a start with another key is refused, and with the first one goes on', async () => {
    const url = await createDatabase(inject('postgresUrl'))
    const first = { databaseUrl: url, settings: keyOf(1) }
    await (await startService(first)).stop()
    expect(await refusal(settingsFor(folder, url, keyOf(2)))).toContain('KOOGATE_SECRET_KEY is not')
    await (await startService(first)).stop()
  })

  test('of two replicas that start at once on an empty database with two keys exactly one does', async () => {
    const url = await createDatabase(inject('postgresUrl'), 'empty')
    const both = await Promise.all(
      [1, 2].map((byte) => start(settingsFor(folder, url, keyOf(byte)))),
    )
    await until(
      () => Promise.resolve(both.filter((one) => one.isRunning()).length),
      (running) => running < 2,
    )
    const [winner, ...more] = both.filter((one) => one.isRunning())
    expect(more).toEqual([])
    await ready(winner)
    const [loser] = both.filter((one) => !one.isRunning())
    expect(loser?.said()).toMatch(oneSentence)
    expect(loser?.said()).toContain('KOOGATE_SECRET_KEY')
  })

  test.runIf(isLong)('the database tells nothing of the key', async () => {
    const url = await createDatabase(inject('postgresUrl'))
    await startOnce(settingsFor(folder, url, keyOf(1)))
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ fingerprint: string }>('select * from secret_key_check')
      expect(rows).toHaveLength(1)
      expect(rows[0]?.fingerprint).toMatch(/^[0-9a-f]{32}$/)
      expect(rows[0]?.fingerprint).not.toContain(Buffer.alloc(8, 1).toString('hex'))
    })
  })
})

describe('the half of a DATA_DIR is told, and nothing is made anew in silence', () => {
  const postgres = () => join(folder, 'postgres')
  const cluster = () => join(postgres(), 'cluster')
  const secrets = () => join(folder, 'secrets.json')
  const settings = () => ({ DATA_DIR: folder })
  // Made by one start; each test has a copy of it.
  const used = mkdtempSync(join(tmpdir(), 'koogate-secret-key-'))
  const copyUsed = () => cpSync(used, folder, { recursive: true })

  beforeAll(() => startOnce({ DATA_DIR: used }))
  afterAll(() => rmSync(used, { recursive: true, force: true }))

  test('embedded: another key is refused', async () => {
    copyUsed()
    const said = await refusal({ ...settings(), ...keyOf(2) })
    expect(said).toContain('KOOGATE_SECRET_KEY is not')
  })

  test('secrets.json was deleted: no other is made, and put back it serves again', async () => {
    copyUsed()
    const kept = readFileSync(secrets())
    rmSync(secrets())
    expect(await refusal(settings())).toContain(secrets())
    expect(existsSync(secrets())).toBe(false)
    writeFileSync(secrets(), kept)
    await startOnce(settings())
  })

  test.runIf(isLong)('secrets.json lost its secret key: no other is made', async () => {
    copyUsed()
    writeFileSync(secrets(), '{}')
    expect(await refusal(settings())).toContain(secrets())
    expect(readFileSync(secrets(), 'utf8')).toBe('{}')
  })

  test.each(
    drawn(
      [
        ['the cluster', cluster],
        ['the whole folder of the database', postgres],
      ] as const,
      isLong ? 2 : 1,
    ),
  )('%s was deleted: no empty one is made', async (_what, path) => {
    copyUsed()
    rmSync(path(), { recursive: true })
    const said = await refusal(settings())
    expect(said).toContain(cluster())
    expect(said).toContain(secrets())
    expect(existsSync(cluster())).toBe(false)
  })

  test.runIf(isLong)('what the refusal says to do starts anew', async () => {
    copyUsed()
    rmSync(cluster(), { recursive: true })
    rmSync(secrets())
    await startOnce(settings())
  })

  test.runIf(isLong)('a key that a later version wants is added to the others', async () => {
    copyUsed()
    const all = JSON.parse(readFileSync(secrets(), 'utf8')) as Record<string, string>
    const older = Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'V1_KEY'))
    writeFileSync(secrets(), JSON.stringify(older))
    await startOnce(settings())
    expect(JSON.parse(readFileSync(secrets(), 'utf8'))).toMatchObject({
      ...older,
      V1_KEY: expect.any(String) as string,
    })
  })

  test.runIf(isLong)(
    'two that start at once leave one set of secrets, which the data are read with',
    async () => {
      const both = await Promise.all([start(settings()), start(settings())])
      await until(
        () => Promise.resolve(both.filter((one) => one.isRunning()).length),
        (running) => running < 2,
      )
      const winner = both.find((one) => one.isRunning())
      await ready(winner)
      const { BASIC_KEY: key = '' } = JSON.parse(readFileSync(secrets(), 'utf8')) as Record<
        string,
        string
      >
      const bought = await storeCall({ url: winner?.url ?? '' }, purchaseOf(), { key })
      expect(bought.body).toMatchObject({ resultCode: '000000' })
      await winner?.stop()
      await startOnce(settings())
      expect(key).not.toBe(keys.basic)
    },
  )
})
