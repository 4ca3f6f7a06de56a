import type { PGlite } from '@electric-sql/pglite'
import { type DatabaseConnection, type Dialect, type Driver, PGliteDialect } from 'kysely'

/**
 * The dialect of the embedded database. Its one connection is lent to one borrower at a time: Kysely
 * hands it to all at once, and then what others ask would stand in whatever transaction is open.
 */
export function createEmbeddedDialect(pglite: PGlite): Dialect {
  const dialect = new PGliteDialect({ pglite })
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver: () => withMutex(dialect.createDriver()),
  }
}

function withMutex(driver: Driver): Driver {
  const waiting: (() => void)[] = []
  let isLent = false
  return {
    init: (options) => driver.init(options),
    destroy: (options) => driver.destroy(options),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    async acquireConnection(options): Promise<DatabaseConnection> {
      if (isLent) await new Promise<void>((resolve) => waiting.push(resolve))
      isLent = true
      return driver.acquireConnection(options)
    },
    // Handed on to the next in line without being free in between.
    async releaseConnection(connection, options) {
      await driver.releaseConnection(connection, options)
      const next = waiting.shift()
      if (next === undefined) isLent = false
      else next()
    },
  }
}
