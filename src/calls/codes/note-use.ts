import { noteCodeUse } from '../../db/license-code/clients.ts'
import { dayOf } from '../../domain/standing/beijing-calendar.ts'
import type { Services } from '../services.ts'
import type { CodeAt } from './code-at.ts'

/** Who uses a code: a client, or so many on this day; nobody is named by neither. */
export interface CodeUser {
  readonly client?: string | null | undefined
  readonly activeClients?: number | null | undefined
}

/** Notes a use for the store's statistics; a client counts once a day. */
export async function noteUse(
  { licenseId }: CodeAt,
  { client = null, activeClients = null }: CodeUser,
  { db, vault, now }: Services,
): Promise<void> {
  if (client === null && activeClients === null) return
  const at = now()
  await noteCodeUse(
    db,
    {
      licenseId,
      day: dayOf(at),
      clientHash: client === null ? '' : vault.hash(JSON.stringify(['client', licenseId, client])),
      client: client === null ? null : vault.encrypt(client),
      activeClients,
    },
    at,
  )
}
