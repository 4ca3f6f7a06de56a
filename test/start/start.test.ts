import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { isLong } from '../harness/scale.ts'
import {
  type Running,
  freePort,
  isReady,
  runNode,
  startNode,
} from '../../scripts/shared/child-process.ts'
import { createDatabase, withClient } from '../harness/postgres.ts'
import { programEnvironment, readyWithinMs, startWords } from '../harness/process.ts'
import { settingsFor } from '../harness/service.ts'
import { refusalOf, startBy } from '../harness/start-app.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

const folders: string[] = []
const programs: Running[] = []

afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-start-'))
  folders.push(folder)
  return folder
}

const environment = (settings: Record<string, string>) => ({
  ...programEnvironment,
  HOST: '127.0.0.1',
  ...settings,
})

function start(settings: Record<string, string>): Running {
  const program = startNode(startWords, { env: environment(settings) })
  programs.push(program)
  return program
}

/** Runs a start that must fail; returns its exit code and what it said. */
function failedStart(settings: Record<string, string>) {
  return runNode(startWords, { env: environment(settings) })
}

async function ready(program: Running, port: number): Promise<string> {
  const url = `http://127.0.0.1:${port}`
  await program.until(() => isReady(url), readyWithinMs)
  return url
}

describe('a start that cannot succeed ends with one sentence that names the setting', () => {
  const oneSentence = /^Koogate does not start\. [^\n]+\.\n$/

  test('a schema that is newer than the code', async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'))
    await withClient(databaseUrl, (client) =>
      client.query("insert into koogate_migrations values ('9999-of-tomorrow', now())"),
    )
    const output = await refusalOf(settingsFor(newFolder(), databaseUrl))
    expect(output).toMatch(oneSentence)
    expect(output).toMatch(/DATABASE_URL .*newer Koogate.*9999-of-tomorrow/)
  })

  test('a database of Koogate 0.1, whose data are not taken over', async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
    await withClient(databaseUrl, async (client) => {
      await client.query('create table koogate_migrations (name text, timestamp text)')
      await client.query("insert into koogate_migrations values ('0001-foundation', now())")
    })
    const output = await refusalOf(settingsFor(newFolder(), databaseUrl))
    expect(output).toMatch(oneSentence)
    expect(output).toMatch(/DATABASE_URL .*made by Koogate 0\.1.*give it an empty one/)
    await withClient(databaseUrl, async (client) => {
      const { rows } = await client.query("select to_regclass('instances') as made")
      expect(rows).toEqual([{ made: null }])
    })
  })

  test('a database that is not there', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`
    const output = await refusalOf(settingsFor(newFolder(), url))
    expect(output).toMatch(oneSentence)
    expect(output).toContain('DATABASE_URL cannot be reached')
  })

  test('a database that refuses the user', async () => {
    const url = new URL(inject('postgresUrl'))
    url.password = 'wrong'
    const output = await refusalOf(settingsFor(newFolder(), url.href))
    expect(output).toMatch(oneSentence)
    expect(output).toContain('DATABASE_URL cannot be used')
    expect(output).not.toContain('wrong')
  })

  test('a bad setting', async () => {
    const { code, output } = await failedStart({ DATA_DIR: newFolder(), PORT: 'eighty' })
    expect(code).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain('PORT')
  })

  test('a port that is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const databaseUrl = await createDatabase(inject('postgresUrl'))
    const settings = settingsFor(newFolder(), databaseUrl, { PORT: String(port) })
    const output = await refusalOf(settings)
    server.close()
    expect(output).toMatch(oneSentence)
    expect(output).toContain(`PORT ${port} is in use by another process (EADDRINUSE)`)
  })
})

describe('on a machine with no settings at all', () => {
  test('the service gets ready, names what it made, shows no secret, stops on SIGTERM and keeps its data', async () => {
    const folder = newFolder()
    const port = await freePort()
    const first = start({ DATA_DIR: folder, PORT: String(port) })
    const url = await ready(first, port)
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
    expect(second.output).toMatch(/DATA_DIR .* in use by another process/)

    expect(await first.stop()).toBe(0)
    const log = first.output()
    expect(log).toContain('KOOGATE_BASIC_KEY')
    expect(log).toContain('/main/saas')
    for (const secret of secrets) expect(log).not.toContain(secret)

    await ready(start({ DATA_DIR: folder, PORT: String(port) }), port)
    const query = { activity: 'queryInstance', instanceId: bought.body['instanceId'] }
    const { body } = await storeCall({ url }, query, { key })
    expect(body).toMatchObject({ resultCode: '000000' })
  })
})

test.runIf(isLong)(
  'a start that was killed while it made the embedded database does not stop the next one',
  async () => {
    const folder = newFolder()
    const settings = { DATA_DIR: folder, PORT: String(await freePort()) }
    const cluster = join(folder, 'postgres', 'cluster')
    const child = start(settings)
    await until(
      () => Promise.resolve(existsSync(`${cluster}.unfinished`)),
      (begun) => begun,
    )
    await child.kill()

    await ready(start(settings), Number(settings.PORT))
    expect(existsSync(cluster)).toBe(true)
    expect(existsSync(`${cluster}.unfinished`)).toBe(false)
  },
)

test('two replicas may start on one empty database at once', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  const replicas = await Promise.all(
    [newFolder(), newFolder()].map((folder) => startBy(settingsFor(folder, databaseUrl))),
  )
  const call = purchaseOf()
  const answers = await Promise.all(replicas.map((replica) => storeCall(replica, call)))
  await Promise.all(replicas.map((replica) => replica.stop()))
  expect(new Set(answers.map(({ body }) => body['instanceId']))).toEqual(
    new Set([call['businessId']]),
  )
})
