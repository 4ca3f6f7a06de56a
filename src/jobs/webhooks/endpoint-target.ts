import type { Services } from '../../calls/services.ts'
import type { EndpointRow } from '../../db/webhook/endpoints.ts'
import type { Webhook } from '../../domain/address.ts'

/**
 * Where an endpoint is, and with what is signed; undefined for one of the settings that stands there
 * no more. Until a rotation is over the secret before it signs too.
 */
export function targetOf(
  row: Pick<EndpointRow, 'id' | 'url' | 'secret' | 'old_secret' | 'old_until'>,
  { vault, now, webhooks }: Pick<Services, 'vault' | 'now' | 'webhooks'>,
): Webhook | undefined {
  const { url, secret, old_secret, old_until } = row
  if (url === null) return webhooks.endpoints.find(({ id }) => id === row.id)
  const isRotating = old_until !== null && old_until > now()
  const encrypted = [secret, isRotating ? old_secret : null]
  return { url, secrets: encrypted.flatMap((one) => (one ? [vault.decrypt(one).toString()] : [])) }
}
