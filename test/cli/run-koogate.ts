import { Readable } from 'node:stream'
import type { Host, OutStream } from '../../src/cli/host.ts'
import { main } from '../../src/cli/main.ts'

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Started {
  readonly ended: Promise<Ended>
  readonly out: () => string
  readonly err: () => string
  /** What the terminal does at Ctrl-C, or a supervisor. */
  readonly send: (signal: 'SIGINT' | 'SIGTERM') => void
}

export interface ShellOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Both streams are a terminal of 80 columns. */
  readonly terminal?: boolean
  /** What is piped in; without it standard input is a terminal. */
  readonly input?: string | Readable
}

// The keys of a service that was started in this folder are nobody's here.
const noFolder = 'test/no-data'

/** Starts a command in this process, in an environment that has what is given and nothing else. */
export function startKoogate(args: readonly string[], shell: ShellOptions = {}): Started {
  const { env = {}, terminal = false, input } = shell
  const [stdout, stderr] = [stream(terminal), stream(terminal)]
  const listeners = new Map<string, (signal: NodeJS.Signals) => void>()
  const host: Host = {
    argv: ['node', 'koogate', ...args],
    env: { DATA_DIR: noFolder, ...env },
    stdin: Object.assign(typeof input === 'object' ? input : Readable.from([input ?? '']), {
      isTTY: input === undefined,
    }),
    stdout,
    stderr,
    once: (signal, listener) => listeners.set(signal, listener),
    off: (signal) => listeners.delete(signal),
  }
  const ended = main(host, '1.2.3').then((code) => ({
    code,
    out: stdout.text(),
    err: stderr.text(),
  }))
  return {
    ended,
    out: stdout.text,
    err: stderr.text,
    send: (signal) => listeners.get(signal)?.(signal),
  }
}

/** Runs a command to its end. */
export function koogate(args: readonly string[], shell?: ShellOptions): Promise<Ended> {
  return startKoogate(args, shell).ended
}

function stream(isTTY: boolean): OutStream & { readonly text: () => string } {
  let written = ''
  return {
    isTTY,
    columns: 80,
    write: (text) => void (written += text),
    on: () => undefined,
    text: () => written,
  }
}
