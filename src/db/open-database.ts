import type { Limits } from '../limits.ts'
import { type OpenDatabase, openEmbedded, openServer } from './database.ts'
import { isPooled } from './session.ts'

/** Where the database is: on a server, or in a folder. */
export type DatabaseTarget = ConfiguredServer | { readonly folder: string }

/** A server of Postgres. */
export interface ConfiguredServer {
  readonly url: string
  /** Whether a pooler stands before it; undefined if that is to be found out. */
  readonly pooled: boolean | undefined
  readonly schema: string | undefined
}

/** Opens the database; rejects when its server cannot be reached. */
export async function openDatabase(target: DatabaseTarget, limits?: Limits): Promise<OpenDatabase> {
  if ('folder' in target) return openEmbedded(target.folder)
  const { url, schema, pooled = await isPooled(url) } = target
  return openServer({ url, pooled, schema }, limits)
}
