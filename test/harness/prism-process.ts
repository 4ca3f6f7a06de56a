import { createRequire } from 'node:module'
import { startNode } from '../../scripts/shared/child-process.ts'

/** Prism in a process of its own. */
export interface Prism {
  readonly url: URL
  /** Resolves when it ends, by itself or not. */
  readonly ended: Promise<unknown>
  stop(): Promise<unknown>
}

const readyWithinMs = 60_000

/**
 * Starts Prism on the loopback with the arguments of its command line (port 0: a free one), and waits
 * until it listens; hands every line it prints to `onLine`. Throws with what it printed if it ends instead.
 */
export async function startPrism(
  args: readonly string[],
  port: number,
  onLine: (line: string) => void = () => undefined,
): Promise<Prism> {
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli')
  const where = ['--host', '127.0.0.1', '--port', String(port)]
  // In production it would start one process more.
  const env = { ...process.env, NODE_ENV: 'development' }
  const prism = startNode([cli, ...args, ...where], { env, onLine })
  const address = () => /Prism is listening on (http:\S+:\d+)/.exec(prism.output())?.[1]
  try {
    await prism.until(() => address() !== undefined, readyWithinMs)
  } catch (error) {
    await prism.kill()
    throw error
  }
  return { url: new URL(address() ?? ''), ended: prism.ended, stop: () => prism.stop() }
}
