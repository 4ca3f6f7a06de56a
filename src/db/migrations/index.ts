import { statements as foundation } from './0001-foundation.ts'
import { statements as everyGeneration } from './0002-every-generation.ts'

/** Every migration by name; they run in the order of their names, each once. */
export const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-foundation': foundation,
  '0002-every-generation': everyGeneration,
}
