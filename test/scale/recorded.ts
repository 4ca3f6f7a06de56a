import pg from 'pg'
import { SafeClient } from '../../src/db/safe-client.ts'

/** A statement as it was sent. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Records what is sent to a database by the connections of the management API. */
export interface Recorder {
  /** What was sent since the last time. */
  take(): Statement[]
  stop(): void
}

// Its plans are made anew for each value (db/database.ts); no other pool is told so.
const ofManagement = 'plan_cache_mode=force_custom_plan'

type Query = (this: Connected, ...given: unknown[]) => unknown
interface Connected {
  readonly connectionParameters: pg.ClientConfig
}

/** Begins to record; whoever begins has to stop, since all tests of a worker share the driver. */
export function recordStatements(): Recorder {
  let recorded: Statement[] = []
  const original: Query = Reflect.get(pg.Client.prototype, 'query')
  const recording: Query = function query(...given) {
    const [statement] = given as [Partial<Statement> | string]
    const isOfManagement = this.connectionParameters.options?.includes(ofManagement) === true
    if (isOfManagement && typeof statement === 'object' && statement.text !== undefined) {
      recorded.push({ text: statement.text, values: statement.values ?? [] })
    }
    return original.apply(this, given)
  }
  Object.assign(SafeClient.prototype, { query: recording })
  return {
    take() {
      const taken = recorded
      recorded = []
      return taken
    },
    stop() {
      Reflect.deleteProperty(SafeClient.prototype, 'query')
    },
  }
}
