import type { SellerSchemas } from '../../contract/index.ts'
import { bindingColumns } from '../../db/tenant/bindings.ts'
import { saveApplication } from '../../db/tenant/applications.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Ask, Decide } from '../call.ts'
import type { Services } from '../services.ts'
import { applied, changeOf, timeOf } from './kit-call.ts'

type ApplicationSync = SellerSchemas['ApplicationSync']

/** Keeps an application's credential, its secret enciphered; a deletion ends the secret and never reads it. */
export const applicationSync: Decide<ApplicationSync> = async (ask, services) => {
  const { appId, clientId } = ask.body
  const isDeleted = changeOf(ask.body) === 'delete'
  const timeStamp = timeOf(ask.body)
  const secret = isDeleted ? null : await secretOf(ask, services)
  return applied(ask, ({ transaction, binding }) =>
    saveApplication(transaction, {
      ...bindingColumns(binding),
      app_id: appId,
      client_id: clientId,
      client_secret: secret,
      state: isDeleted ? 'deleted' : 'bound',
      time_stamp: timeStamp,
      created_at: ask.now,
      updated_at: ask.now,
    }),
  )
}

/** The secret of a call, enciphered anew for keeping. Throws Refusal if no private key opens it. */
async function secretOf(
  { address, body }: Ask<ApplicationSync>,
  { kitKeys, vault }: Services,
): Promise<Buffer> {
  const opener = await kitKeys.openerOf(address.name)
  const opened = opener.open(body.clientSecret)
  if (opened !== undefined) return vault.encipher(opened.secret)
  throw new Refusal(
    '000002',
    'clientSecret cannot be deciphered with any private key of this address',
  )
}
