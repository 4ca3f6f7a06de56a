import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { createDatabase, freePort, withClient } from '../harness/postgres.ts'
import { becomesReady } from '../harness/process.ts'
import { settingsFor } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-start-'))
  folders.push(folder)
  return folder
}

function start(settings: Record<string, string>): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', ...settings }
  const child = spawn(process.execPath, ['src/start.js'], { env, stdio: 'pipe' })
  children.push(child)
  return child
}

/** Runs a start that must fail; returns its exit code and what it said. */
async function failedStart(settings: Record<string, string>) {
  const child = start(settings)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

async function ready(port: number): Promise<string> {
  const url = `http://127.0.0.1:${port}`
  await becomesReady(url)
  return url
}

describe('a start that cannot succeed ends with one sentence that names the setting', () => {
  const oneSentence = /^Koogate does not start\. [^\n]+\.\n$/

  test('a schema that is newer than the code', async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'))
    await withClient(databaseUrl, (client) =>
      client.query("insert into koogate_migrations values ('9999-of-tomorrow', now())"),
    )
    const { code, said } = await failedStart(settingsFor(newFolder(), databaseUrl))
    expect(code).toBe(1)
    expect(said).toMatch(oneSentence)
    expect(said).toMatch(/DATABASE_URL .*newer Koogate.*9999-of-tomorrow/)
  })

  test('a database that is not there', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`
    const { code, said } = await failedStart(settingsFor(newFolder(), url))
    expect(code).toBe(1)
    expect(said).toMatch(oneSentence)
    expect(said).toContain('DATABASE_URL cannot be reached')
  })

  test('a database that refuses the user', async () => {
    const url = new URL(inject('postgresUrl'))
    url.password = 'wrong'
    const { code, said } = await failedStart(settingsFor(newFolder(), url.href))
    expect(code).toBe(1)
    expect(said).toMatch(oneSentence)
    expect(said).toContain('DATABASE_URL cannot be used')
    expect(said).not.toContain('wrong')
  })

  test('a bad setting', async () => {
    const { code, said } = await failedStart({ DATA_DIR: newFolder(), PORT: 'eighty' })
    expect(code).toBe(1)
    expect(said).toMatch(oneSentence)
    expect(said).toContain('PORT')
  })

  test('a port that is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const databaseUrl = await createDatabase(inject('postgresUrl'))
    const settings = settingsFor(newFolder(), databaseUrl, { PORT: String(port) })
    const { code, said } = await failedStart(settings)
    server.close()
    expect(code).toBe(1)
    expect(said).toMatch(oneSentence)
    expect(said).toContain('PORT')
  })
})

describe('on a machine with no settings at all', () => {
  test('the service gets ready, names what it made, shows no secret, stops on SIGTERM and keeps its data', async () => {
    const folder = newFolder()
    const port = await freePort()
    const child = start({ DATA_DIR: folder, PORT: String(port) })
    let log = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
    const url = await ready(port)
    const secrets = Object.values(
      (
        (await import(join(folder, 'secrets.json'), { with: { type: 'json' } })) as {
          default: Record<string, string>
        }
      ).default,
    )
    const [key = ''] = secrets
    const bought = await storeCall({ url }, purchaseOf(), { key })
    expect(bought.body).toMatchObject({ resultCode: '000000' })

    const second = await failedStart({ DATA_DIR: folder, PORT: String(await freePort()) })
    expect(second.said).toMatch(/DATA_DIR .* in use by another process/)

    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([0, null])
    expect(log).toContain('KOOGATE_BASIC_KEY')
    expect(log).toContain('/main/saas')
    for (const secret of secrets) expect(log).not.toContain(secret)

    start({ DATA_DIR: folder, PORT: String(port) })
    await ready(port)
    const query = { activity: 'queryInstance', instanceId: bought.body['instanceId'] }
    const { body } = await storeCall({ url }, query, { key })
    expect(body).toMatchObject({ resultCode: '000000' })
  })
})

test('a start that was killed while it made the embedded database does not stop the next one', async () => {
  const folder = newFolder()
  const settings = { DATA_DIR: folder, PORT: String(await freePort()) }
  const cluster = join(folder, 'postgres', 'cluster')
  const child = start(settings)
  await until(
    () => Promise.resolve(existsSync(`${cluster}.unfinished`)),
    (begun) => begun,
  )
  child.kill('SIGKILL')
  await once(child, 'close')

  start(settings)
  await ready(Number(settings.PORT))
  expect(existsSync(cluster)).toBe(true)
  expect(existsSync(`${cluster}.unfinished`)).toBe(false)
})

test('two replicas may start on one empty database at once', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  const ports = [await freePort(), await freePort()]
  for (const port of ports) {
    start({ ...settingsFor(newFolder(), databaseUrl), PORT: String(port) })
  }
  const urls = await Promise.all(ports.map(ready))
  const call = purchaseOf()
  const answers = await Promise.all(urls.map((url) => storeCall({ url }, call)))
  expect(new Set(answers.map(({ body }) => body['instanceId']))).toEqual(
    new Set([call['businessId']]),
  )
})
