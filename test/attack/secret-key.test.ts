import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { drawn, isLong } from '../harness/scale.ts'
import { freePort, isReady, startNode } from '../../scripts/shared/child-process.ts'
import { explainStart } from '../../src/explain-start.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { programEnvironment } from '../harness/process.ts'
import { keys, settingsFor, startService } from '../harness/service.ts'
import { refusalOf, startBy } from '../harness/start-app.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'

const oneSentence = /^Koogate does not start\. [^\n]+\.\n$/
// An embedded database starts slowly on a machine that is busy with other things.
const startsWithinMs = 60_000
const keyOf = (byte: number) => ({ KOOGATE_SECRET_KEY: Buffer.alloc(32, byte).toString('base64') })

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-secret-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts and ends. */
async function startOnce(settings: Readonly<Record<string, string>>): Promise<void> {
  await (await startBy(settings)).stop()
}

/** What a start says that must be refused. */
async function refusal(settings: Readonly<Record<string, string>>): Promise<string> {
  const said = await refusalOf(settings)
  expect(said).toMatch(oneSentence)
  return said
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
    const both = [1, 2].map((byte) => settingsFor(folder, url, keyOf(byte)))
    const ends = await Promise.allSettled(both.map(startBy))
    const started = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    expect(started).toHaveLength(1)
    const refused: unknown[] = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason as unknown] : [],
    )
    expect(refused.map(explainStart)).toEqual([
      expect.stringMatching(/^KOOGATE_SECRET_KEY [^\n]+\.$/),
    ])
    await started[0]?.stop()
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

  // As of a server, above.
  test.runIf(isLong)('embedded: another key is refused', async () => {
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
      // Of this process both would be read one after the other.
      const ports = [await freePort(), await freePort()]
      const both = ports.map((port) => {
        const env = { ...programEnvironment, HOST: '127.0.0.1', ...settings(), PORT: String(port) }
        return { url: `http://127.0.0.1:${port}`, program: startNode(['src/start.js'], { env }) }
      })
      await Promise.race(both.map(({ program }) => program.ended))
      const [winner, ...more] = both.filter(({ program }) => program.isRunning())
      expect(more).toEqual([])
      if (winner === undefined) throw new Error('none has started')
      await winner.program.until(() => isReady(winner.url), startsWithinMs)
      const { BASIC_KEY: key = '' } = JSON.parse(readFileSync(secrets(), 'utf8')) as Record<
        string,
        string
      >
      const bought = await storeCall(winner, purchaseOf(), { key })
      expect(bought.body).toMatchObject({ resultCode: '000000' })
      await winner.program.stop()
      await startOnce(settings())
      expect(key).not.toBe(keys.basic)
    },
  )
})
