import type { SellerSchemas } from '../../contract/index.ts'
import { bindingColumns, originColumns } from '../../db/tenant/bindings.ts'
import { saveApplication } from '../../db/tenant/applications.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Call } from '../call.ts'
import type { Handle } from '../handler.ts'
import type { Services } from '../services.ts'
import { toldApplication } from '../../events/told-tenant.ts'
import { withBindingLock, changeOf, newVersion, refuseMissing, timeOf } from './kit-call.ts'

type ApplicationSync = SellerSchemas['ApplicationSync']

/**
 * Keeps an application's credential, its secret encrypted. A deletion ends the secret and never reads
 * it; the client id that was known stays.
 */
export const applicationSync: Handle<ApplicationSync> = async (call, services) => {
  const { appId, clientId = '', clientSecret } = call.body
  const change = changeOf(call.body)
  refuseMissing(change, { clientId: call.body.clientId, clientSecret })
  const isDeleted = change === 'delete'
  const timeStamp = timeOf(call.body)
  const secret = isDeleted ? null : await secretOf(call, services)
  return withBindingLock(call, async ({ transaction, binding }) => {
    const saved = await saveApplication(transaction, {
      ...bindingColumns(binding),
      ...originColumns(binding),
      app_id: appId,
      client_id: clientId,
      client_secret: secret,
      state: isDeleted ? 'deleted' : 'bound',
      time_stamp: timeStamp,
      created_at: call.now,
      updated_at: call.now,
    })
    if (saved === undefined) return []
    return [toldApplication(await newVersion({ transaction, binding }), saved)]
  })
}

/** The secret of a call, encrypted anew for keeping. Throws Refusal if no private key opens it. */
async function secretOf(
  { address, body: { clientSecret = '' } }: Call<ApplicationSync>,
  { kitKeys, vault }: Services,
): Promise<Buffer> {
  const opener = await kitKeys.openerOf(address.name)
  const opened = opener.open(clientSecret)
  if (opened !== undefined) return vault.encrypt(opened.secret)
  throw new Refusal(
    '000002',
    'clientSecret cannot be decrypted with any private key of this address',
  )
}
