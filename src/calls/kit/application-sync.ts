import type { SellerSchemas } from '../../contract/index.ts'
import { publicKeyFingerprint } from '../../crypto/public-key.ts'
import { saveApplicationUse } from '../../db/credential/application-uses.ts'
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
  const opened = isDeleted ? undefined : await openedSecret(call, services)
  return withBindingLock(call, async ({ transaction, binding }) => {
    const saved = await saveApplication(transaction, {
      ...bindingColumns(binding),
      ...originColumns(binding),
      app_id: appId,
      client_id: clientId,
      client_secret: opened === undefined ? null : services.vault.encrypt(opened.secret),
      state: isDeleted ? 'deleted' : 'bound',
      time_stamp: timeStamp,
      created_at: call.now,
      updated_at: call.now,
    })
    if (saved === undefined) return []
    const keyFingerprint = opened?.keyFingerprint ?? null
    const use = { appId, keyFingerprint, address: call.address.name, calledAt: call.now }
    await saveApplicationUse(transaction, binding, use)
    return [toldApplication(await newVersion({ transaction, binding }), saved)]
  })
}

/** The secret of a call, and the pair that it was encrypted for. Throws Refusal if no private key opens it. */
async function openedSecret(
  { address, body: { clientSecret = '' } }: Call<ApplicationSync>,
  { kitKeys }: Services,
) {
  const opener = await kitKeys.openerOf(address.name)
  const opened = opener.open(clientSecret)
  const key = (await kitKeys.keysOf(address.name))[opened?.keyIndex ?? 0]
  if (opened !== undefined && key !== undefined) {
    return { secret: opened.secret, keyFingerprint: publicKeyFingerprint(key) }
  }
  throw new Refusal(
    '000002',
    'clientSecret cannot be decrypted with any private key of this address',
  )
}
