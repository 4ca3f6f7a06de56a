import type { Call } from './call.ts'
import type { Services } from './services.ts'

/**
 * Reports that the store asked for a change of a real instance that nobody here has sold: its order
 * was made elsewhere, or lost. The call is refused and the store tries again, so it may be told
 * several times of one instance.
 */
export function reportUnknownInstance(
  { family, address, body }: Call<{ readonly instanceId: string }>,
  { log }: Pick<Services, 'log'>,
): void {
  const { instanceId } = body
  log.warn({ family, address: address.name, instanceId }, 'the store named an unknown instance')
}
