import type { Readable } from 'node:stream'

/** A stream that is written to, and may be a terminal. */
export interface OutStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

/** A stream that is read, and may be a terminal. */
export type InStream = Readable & { readonly isTTY?: boolean }

/** What a command runs in: the process, or what plays it in a test. */
export interface Host {
  /** As Node has it: the program and its file come first. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: InStream
  readonly stdout: OutStream
  readonly stderr: OutStream
  once(signal: 'SIGINT' | 'SIGTERM', listener: (signal: NodeJS.Signals) => void): unknown
  off(signal: 'SIGINT' | 'SIGTERM', listener: (signal: NodeJS.Signals) => void): unknown
}
