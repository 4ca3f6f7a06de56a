import { findLicense, listLicenses as findPage } from '../db/license/licenses.ts'
import { licenseIdOf } from '../calls/licensing/license-id.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { viewLicense } from './license-view.ts'
import { unknownLicense } from './not-found.ts'

/** Licenses of all generations and addresses, test and real, the newest first. */
export const listLicenses: ManagementHandler<'listLicenses'> = async ({ query }, context) => {
  const { db, vault } = context.services
  const page = pageFrom('licenses', query)
  const { code, ...filter } = query
  const licenseIds = code === undefined ? undefined : idsOfCode(code, context)
  const found = await findPage(db, vault, { ...filter, licenseIds }, page)
  return {
    items: found.items.map((license) => viewLicense(license, context.services)),
    nextCursor: nextCursor('licenses', found, query),
  }
}

/** One license, a released one too. */
export const getLicense: ManagementHandler<'getLicense'> = async ({ path }, { services }) => {
  const license = await findLicense(services.db, services.vault, path.licenseId)
  if (license === undefined) throw unknownLicense(path.licenseId)
  return viewLicense(license, services)
}

/** The ids that the license of a code has: a code is kept encrypted and found by its id, of which its scope is a part. */
export function idsOfCode(code: string, { addresses, services }: ManagementContext): string[] {
  const ids = [...addresses.values()].flatMap(({ site, name: address }) =>
    [true, false].map((test) =>
      licenseIdOf({ site, address, family: 'license-c', test }, [code], services.vault),
    ),
  )
  return [...new Set(ids)]
}
