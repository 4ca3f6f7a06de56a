import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isLong } from '../harness/scale.ts'
import { FolderInUseError, lockFolder } from '../../src/db/embedded/folder-lock.ts'
import { freePort } from '../../scripts/shared/child-process.ts'
import { becomesReady, programEnvironment, startWords } from '../harness/process.ts'
import { keys, settingsFor } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'

// An embedded database starts slowly on a machine that is busy with other things.
const startsWithinMs = 60_000

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-lock-'))
})
afterEach(async () => {
  await Promise.all(children.splice(0).map(killed))
  rmSync(folder, { recursive: true, force: true })
})

// As root or not: a namespace of processes, in which what is started is process 1.
const asPid1 = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child']
const [unshare = '', ...options] = asPid1
const isolates = spawnSync(unshare, [...options, 'true']).status === 0

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly said: () => string
}

async function start(wrapper: readonly string[] = []): Promise<Started> {
  const port = await freePort()
  const env = {
    ...programEnvironment,
    ...settingsFor(folder, undefined, { PORT: String(port) }),
  }
  const [command = '', ...args]: string[] = [...wrapper, process.execPath, ...startWords]
  const child = spawn(command, args, { env, stdio: 'pipe' })
  children.push(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { child, url: `http://127.0.0.1:${port}`, said: () => said }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const isRunning = ({ child }: Started) => child.exitCode === null && child.signalCode === null

/** Starts two at once; returns the one that serves, when the other one has ended. */
async function startTwo(wrapper: readonly string[]): Promise<{ winner: Started; loser: Started }> {
  const both = await Promise.all([start(wrapper), start(wrapper)])
  await until(
    () => Promise.resolve(both.filter(isRunning).length),
    (running) => running < 2,
  )
  const winner = both.find(isRunning)
  const loser = both.find((one) => !isRunning(one))
  if (winner === undefined || loser === undefined) throw new Error('none of them runs')
  await becomesReady(winner.url, undefined, startsWithinMs)
  return { winner, loser }
}

describe('of two services that start on one DATA_DIR at once exactly one does, and keeps what it acknowledged', () => {
  test.each([
    { how: 'as ordinary processes', wrapper: [], can: isLong || !isolates },
    { how: 'each as process 1 of its namespace', wrapper: asPid1, can: isolates },
  ])('$how', async ({ wrapper, can }) => {
    // Where the kernel gives no namespaces there are no containers either.
    if (!can) return
    const { winner, loser } = await startTwo(wrapper)
    expect(loser.child.exitCode).toBe(1)
    expect(loser.said()).toMatch(/^Koogate does not start\. DATA_DIR [^\n]+ in use [^\n]+\.\n$/)
    const bought = await storeCall(winner, purchaseOf(), { key: keys.basic })
    expect(bought.body).toMatchObject({ resultCode: '000000' })

    // The kernel frees it: with a kill nothing is given back by hand.
    await killed(winner.child)
    const next = await start(wrapper)
    await becomesReady(next.url, undefined, startsWithinMs)
    const query = { activity: 'queryInstance', instanceId: bought.body['instanceId'] }
    const { body } = await storeCall(next, query, { key: keys.basic })
    expect(body).toMatchObject({ resultCode: '000000' })
  })
})

describe('a lock file that was left behind never blocks', () => {
  test.each([
    ['an empty one', ''],
    ['a process that lives again as another program', String(process.ppid)],
    ['process 1', '1'],
    ['garbage', Buffer.alloc(70_000, 0xa5)],
    ['the beginning of a database', 'SQLite format 3\0\u0010'],
  ])('%s', (_what, content) => {
    writeFileSync(join(folder, 'lock'), content)
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FolderInUseError)
    unlock()
    lockFolder(folder)()
  })

  test.runIf(isLong)(
    'garbage that is written while the lock is held does not take it away',
    async () => {
      const postgres = join(folder, 'postgres')
      mkdirSync(postgres)
      const first = await start()
      await becomesReady(first.url, undefined, startsWithinMs)
      writeFileSync(join(postgres, 'lock'), 'garbage')
      expect(() => lockFolder(postgres)).toThrow(FolderInUseError)
      const second = await start()
      await until(
        () => Promise.resolve(isRunning(second)),
        (running) => !running,
      )
      expect(second.said()).toContain('in use by another process')
    },
  )
})

test('a DATA_DIR that cannot be written is named, and not the port', async () => {
  writeFileSync(join(folder, 'postgres'), 'no folder')
  const { child, said } = await start()
  await once(child, 'close')
  expect(said()).toMatch(/^Koogate does not start\. DATA_DIR cannot be used \([^\n]+\.\n$/)
})
