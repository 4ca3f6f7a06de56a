import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A Koogate in a process of its own. */
export interface Service {
  readonly url: string
  /** What it has written so far, the last of it. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
// A machine that is busy with other things starts an embedded database slowly.
const readyWithinMs = 60_000
const stopWithinMs = 5_000
const keptCharacters = 4_000

/** Starts the service on a free port of the loopback and waits until it is ready; throws if it is not. */
export async function startService(settings: Readonly<Record<string, string>>): Promise<Service> {
  const port = await freePort()
  const env = { ...environment(), HOST: '127.0.0.1', PORT: String(port), ...settings }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  // Whatever ends this process ends the service, and before its folder goes.
  const kill = () => void child.kill('SIGKILL')
  process.prependOnceListener('exit', kill)
  const output = collect(child)
  const url = `http://127.0.0.1:${port}`
  try {
    await untilReady(url, child, output)
  } catch (error) {
    // A child that still runs would keep this process from ending.
    await stop(child)
    throw error
  }
  return {
    url,
    output,
    async stop() {
      await stop(child)
      process.off('exit', kill)
    },
  }
}

// The settings of a Koogate that runs here otherwise are not those of the demo.
function environment(): Record<string, string | undefined> {
  const own = ['DATABASE_URL', 'DATA_DIR', 'NODE_ENV', 'PORT', 'HOST', 'LOG_LEVEL']
  const isForeign = ([name]: [string, unknown]) =>
    !own.includes(name) && !name.startsWith('KOOGATE_')
  return Object.fromEntries(Object.entries(process.env).filter(isForeign))
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  let text = ''
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text = `${text}${part}`.slice(-keptCharacters)
    })
  }
  return () => text
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = performance.now() + readyWithinMs
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the service stopped: ${output()}`)
    if (performance.now() > end) throw new Error(`the service does not get ready: ${output()}`)
    await pause(50)
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
  await exited
  clearTimeout(late)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
