import { afterAll, inject } from 'vitest'
import { dropDatabases } from '../harness/postgres.ts'

// After every test file, of which a mutant has many: 13 MB each would fill the memory in an hour.
afterAll(() => dropDatabases(inject('postgresUrl')))
