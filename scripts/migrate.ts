// Brings the schema of DATABASE_URL (or of the embedded database) up to this version, and ends.
// The service does the same at its start; this is for those who migrate before they roll out.
import { loadConfig } from '../src/config/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { migrate } from '../src/db/migrate.ts'
import { atStart } from '../src/db/start-connection.ts'
import { watchStart } from '../src/db/start-watch.ts'
import { defaultLimits } from '../src/limits.ts'
import { stderrLog } from './shared/stderr-log.ts'

const { database: place } = loadConfig()
const { waitsFor, end } = watchStart(stderrLog, defaultLimits.startNoticeMs)
waitsFor('the database')
const database = await openDatabase(place).catch((error: unknown) => {
  end()
  throw error
})
try {
  await atStart(database, migrate, waitsFor)
} finally {
  end()
  await database.close()
}
console.log('The schema is up to date.')
