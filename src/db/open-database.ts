import type { Limits } from '../limits.ts'
import { type OpenDatabase, openEmbedded, openServer } from './database.ts'
import { isPooled } from './session.ts'

/** Where the database is: on a server, or in a folder. */
export type DatabasePlace = ServerPlace | { readonly folder: string }

/** A server of Postgres. */
export interface ServerPlace {
  readonly url: string
  /** Whether a pooler stands before it; undefined if that is to be found out. */
  readonly pooled: boolean | undefined
  readonly schema: string | undefined
}

/** Opens the database; rejects when its server cannot be reached. */
export async function openDatabase(place: DatabasePlace, limits?: Limits): Promise<OpenDatabase> {
  if ('folder' in place) return openEmbedded(place.folder)
  const { url, schema, pooled = await isPooled(url) } = place
  return openServer({ url, pooled, schema }, limits)
}
