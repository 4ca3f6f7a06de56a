import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isLong } from '../harness/scale.ts'
import { freePort } from '../../scripts/shared/child-process.ts'
import { becomesReady, programEnvironment, statusOf } from '../harness/process.ts'
import { until } from '../harness/until.ts'

// An embedded database starts slowly on a machine that is busy with other things.
const startsWithinMs = 60_000
const folder = mkdtempSync(join(tmpdir(), 'koogate-npm-'))
const groups: number[] = []

afterEach(() => {
  for (const group of groups.splice(0)) {
    if (membersOf(group).length > 0) process.kill(-group, 'SIGKILL')
  }
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true })
})

/** Runs a script of package.json by a real npm, which leads a process group of its own. */
function npmRun(script: string, settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const env = {
    ...programEnvironment,
    HOME: folder,
    TMPDIR: folder,
    HOST: '127.0.0.1',
    ...settings,
  }
  const npm = spawn('npm', ['run', script], { env, detached: true, stdio: 'pipe' })
  groups.push(npm.pid ?? 0)
  return npm
}

/** The processes of a group that run, by what Linux tells; one that ended and waits for its parent is none. */
function membersOf(group: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state, , ofGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return Number(ofGroup) === group && state !== 'Z'
    } catch {
      return false
    }
  })
}

const alone = (pid = 0) => Promise.resolve(membersOf(pid))

/** Waits until a text was printed. */
async function printed({ stdout, stderr }: ChildProcess, text: string): Promise<void> {
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`never printed ${text}: ${output}`)),
      startsWithinMs,
    )
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (!output.includes(text)) return
        clearTimeout(late)
        resolve()
      })
    }
  })
}

test.each(isLong ? ['start', 'dev'] : ['start'])(
  'npm run %s: SIGTERM to npm alone ends the service, and npm ends after it',
  async (script) => {
    const port = await freePort()
    const npm = npmRun(script, { PORT: String(port), DATA_DIR: join(folder, 'data') })
    const url = `http://127.0.0.1:${port}`
    await becomesReady(url, undefined, startsWithinMs)
    npm.kill('SIGTERM')
    await once(npm, 'exit')
    expect(membersOf(npm.pid ?? 0)).toEqual([])
    expect(await statusOf(`${url}/health/live`)).toBe(undefined)
  },
)

test.runIf(isLong)(
  'npm run start: the service does not outlive an npm that is killed',
  async () => {
    const port = await freePort()
    const npm = npmRun('start', { PORT: String(port), DATA_DIR: join(folder, 'data') })
    await becomesReady(`http://127.0.0.1:${port}`, undefined, startsWithinMs)
    npm.kill('SIGKILL')
    await until(
      () => alone(npm.pid),
      (members) => members.length === 0,
    )
  },
)

test.runIf(isLong).each([
  ['mock', 'Choose a scene'],
  ['demo', 'newInstance'],
])('npm run %s: SIGTERM to npm alone leaves no process behind', async (script, sign) => {
  const npm = npmRun(script)
  await printed(npm, sign)
  npm.kill('SIGTERM')
  await once(npm, 'exit')
  await until(
    () => alone(npm.pid),
    (members) => members.length === 0,
  )
})
