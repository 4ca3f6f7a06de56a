// Brings the schema of DATABASE_URL (or of the embedded database) up to this version, and ends.
// The service does the same at its start; this is for those who migrate before they roll out.
import { loadConfig } from '../src/config.ts'
import { openEmbedded, openServer } from '../src/db/database.ts'
import { startJobQueue } from '../src/db/job-queue.ts'
import { migrate } from '../src/db/migrate.ts'

const { database: place } = loadConfig()
const database = 'url' in place ? openServer(place.url) : await openEmbedded(place.folder)
await migrate(database.db)
const jobs = await startJobQueue(database, (error) => {
  throw error
})
await jobs.stop()
await database.close()
console.log('The schema is up to date.')
