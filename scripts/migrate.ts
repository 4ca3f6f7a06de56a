// Brings the schema of DATABASE_URL (or of the embedded database) up to this version, and ends.
// The service does the same at its start; this is for those who migrate before they roll out.
import { loadConfig } from '../src/config/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { migrate } from '../src/db/migrate.ts'
import { atStart } from '../src/db/start-connection.ts'

const database = await openDatabase(loadConfig().database)
try {
  await atStart(database, migrate)
} finally {
  await database.close()
}
console.log('The schema is up to date.')
