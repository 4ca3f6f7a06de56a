import { fileURLToPath } from 'node:url'
import { freePort, isReady, startNode } from '../shared/child-process.ts'

/** A Koogate in a process of its own. */
export interface Service {
  readonly url: string
  /** What it has written so far, the last of it. */
  readonly output: () => string
  readonly stop: () => Promise<unknown>
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
// A machine that is busy with other things starts an embedded database slowly.
const readyWithinMs = 60_000
const stopWithinMs = 5_000

/** Starts the service on a free port of the loopback and waits until it is ready; throws if it is not. */
export async function startService(settings: Readonly<Record<string, string>>): Promise<Service> {
  const port = await freePort()
  const env = { ...environment(), HOST: '127.0.0.1', PORT: String(port), ...settings }
  const url = `http://127.0.0.1:${port}`
  const program = startNode([main], { env })
  const stop = () => program.stop(stopWithinMs)
  try {
    await program.until(() => isReady(url), readyWithinMs)
  } catch (error) {
    // A child that still runs would keep this process from ending.
    await stop()
    throw error
  }
  return { url, output: () => program.output(), stop }
}

// The settings of a Koogate that runs here otherwise are not those of the demo.
function environment(): Record<string, string | undefined> {
  const own = ['DATABASE_URL', 'DATA_DIR', 'NODE_ENV', 'PORT', 'HOST', 'LOG_LEVEL']
  const isForeign = ([name]: [string, unknown]) =>
    !own.includes(name) && !name.startsWith('KOOGATE_')
  return Object.fromEntries(Object.entries(process.env).filter(isForeign))
}
