import type { KoogateSchemas } from '../../../client.ts'
import type { Tone } from '../../ui/status.tsx'

export type Endpoint = KoogateSchemas['WebhookEndpoint']

/** What an endpoint wants of a person: the words for it are in `webhooks.states` and `webhooks.next`. */
export function healthOf(endpoint: Endpoint): string {
  const { state, failingSince, givenUp } = endpoint
  if (state !== 'enabled') return state
  if (failingSince !== null) return 'failing'
  return givenUp > 0 ? 'given_up' : state
}

const worstFirst = ['disabled', 'failing', 'given_up', 'untested', 'paused']
const tones: readonly Tone[] = ['bad', 'bad', 'warn', 'warn', 'idle']

/** How much a health needs a person; one that is not known here is as it is. */
export function toneOf(health: string): Tone {
  return tones[worstFirst.indexOf(health)] ?? (health === 'enabled' ? 'good' : 'idle')
}

/** Endpoints that need a person first, worst first. */
export function byNeed(endpoints: readonly Endpoint[]): Endpoint[] {
  const rank = (endpoint: Endpoint) => {
    const place = worstFirst.indexOf(healthOf(endpoint))
    return place < 0 ? worstFirst.length : place
  }
  return endpoints.toSorted((one, other) => rank(one) - rank(other))
}
