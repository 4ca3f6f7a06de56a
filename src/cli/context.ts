import type { Ending } from './exit-codes.ts'
import type { Host } from './host.ts'
import type { Output } from './output.ts'

/** What every command is given beside its options. */
export interface Context extends Pick<Host, 'env' | 'stdin' | 'stderr'> {
  readonly output: Output
  /** Aborted when the user stops the command: it ends soon, and prints what it knows so far. */
  readonly signal: AbortSignal
  readonly version: string
  /** Says how the command has ended. */
  readonly end: (ending: Ending) => void
}
