import { activateCodes } from '../calls/codes/activate-codes.ts'
import { checkCode } from '../calls/codes/check-code.ts'
import { type CodeAt, type CodePlace, codeAt } from '../calls/codes/code-at.ts'
import { noteUse } from '../calls/codes/note-use.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { Problem, faultyRequest, inBody } from './problem.ts'

/** Activates codes that buyers brought. Throws Problem 409 where the store cannot be asked. */
export const activateLicenseCodes: ManagementHandler<'activateLicenseCodes'> = async (
  { body },
  context,
) => {
  const { services } = context
  const place = placeOf(body.address, context)
  const store = services.stores.of(place.site)
  if (store === undefined) throw cannotAsk(place)
  const codes = body.codes.map((code) => codeAt(place, code, services.vault))
  const effectiveTime = parseDateTime(body.effectiveTime ?? '')
  const activated = await activateCodes(codes, { store, effectiveTime }, services)
  return {
    items: activated.map(({ at: { code, licenseId }, outcome, storeCode }) => ({
      code,
      licenseId: outcome === 'activated' || outcome === 'already_active' ? licenseId : null,
      outcome,
      storeCode,
    })),
  }
}

/** Says whether a code may be used, and notes who uses it. */
export const checkLicenseCode: ManagementHandler<'checkLicenseCode'> = async (
  { body },
  context,
) => {
  const { services } = context
  const { code, client = null, activeClients = null } = body
  if (client !== null && activeClients !== null) throw both()
  const at: CodeAt = codeAt(placeOf(body.address, context), code, services.vault)
  const checked = await checkCode(at, services)
  const { verdict, askedAt, source, failure, isKnown } = checked
  if (verdict.usable) await noteUse(at, { client, activeClients }, services)
  return {
    licenseId: isKnown ? at.licenseId : null,
    status: verdict.status,
    usable: verdict.usable,
    expireTime: verdict.expireTime?.toISOString() ?? null,
    asOf: askedAt?.toISOString() ?? null,
    source,
    storeCode: failure,
  }
}

/** The account of a code. Of several addresses of it the first that is called about codes stands for it. */
function placeOf(name: string | undefined, { addresses }: ManagementContext): CodePlace {
  const all = [...addresses.values()]
  const named = name === undefined ? undefined : addresses.get(name)
  if (name !== undefined && named === undefined) throw notOne('is not configured', all)
  if (name === undefined && new Set(all.map(({ site }) => site)).size > 1) {
    throw notOne('is missing', all)
  }
  const address = named ?? all.find(({ keys }) => keys.license.length > 0) ?? all[0]
  if (address === undefined) throw notOne('is missing', all)
  return { site: address.site, address: address.name }
}

function notOne(what: string, all: readonly { readonly name: string }[]): Problem {
  const names = all.map(({ name }) => name).join(', ')
  return faultyRequest([inBody('address', `${what}: one of ${names}`)])
}

function both(): Problem {
  const message = 'is not taken together with client'
  return faultyRequest([inBody('activeClients', message)])
}

function cannotAsk({ site }: CodePlace): Problem {
  return new Problem(
    409,
    `Codes of site ${site} are not activated, because its access keys of the store are not set.`,
    { code: 'no-access-keys' },
  )
}
