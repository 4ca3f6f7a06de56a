import { statements as foundation } from './0001-foundation.ts'
import { statements as everyGeneration } from './0002-every-generation.ts'
import { statements as secretKeyCheck } from './0003-secret-key-check.ts'
import { statements as jobs } from './0004-jobs.ts'

/**
 * Every migration by name; they run in the order of their names, each once, all of them in one
 * transaction, while the replicas of the version before go on. So a change here takes no lock on a
 * big table for longer than a moment: a column is added without a computed default. What has to visit
 * every row is done in batches by the running service, and an index on a big table is made
 * concurrently, outside of here.
 */
export const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-foundation': foundation,
  '0002-every-generation': everyGeneration,
  '0003-secret-key-check': secretKeyCheck,
  '0004-jobs': jobs,
}
