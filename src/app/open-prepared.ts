import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { secretKeyFingerprint } from '../crypto/vault.ts'
import type { OpenDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open-database.ts'
import { checkSecretKey } from '../db/secret-key-check.ts'
import { type StartConnection, atStart } from '../db/start-connection.ts'
import { type WaitsFor, watchStart } from '../db/start-watch.ts'
import { type Limits, defaultLimits } from '../limits.ts'

/** Opens the database of the settings, its schema brought up to this version and its key checked. */
export async function openPrepared(
  { database: target, secretKey }: Pick<Config, 'database' | 'secretKey'>,
  log: Logger,
  limits: Limits = defaultLimits,
): Promise<OpenDatabase> {
  const { waitsFor, end } = watchStart(log, limits.startNoticeMs)
  waitsFor('the database')
  try {
    const database = await openDatabase(target, limits)
    return await prepared(database, secretKey, waitsFor)
  } finally {
    end()
  }
}

async function prepared(
  database: OpenDatabase,
  secretKey: Config['secretKey'],
  waitsFor: WaitsFor,
): Promise<OpenDatabase> {
  const prepare = async (connection: StartConnection) => {
    await migrate(connection)
    await checkSecretKey(connection.db, secretKeyFingerprint(secretKey))
  }
  try {
    await atStart(database, prepare, waitsFor)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
