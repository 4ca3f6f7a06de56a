import { useEffect, useRef } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Id } from '../../ui/id.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RevealButton, useReveal } from '../../ui/reveal.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Time } from '../../ui/time.tsx'
import { Result } from './deliveries.tsx'
import { Replay } from './replay.tsx'

interface DeliveryProps {
  readonly endpointId: string
  readonly eventId: string
}

const tones: Readonly<Record<string, Tone>> = {
  pending: 'warn',
  delivered: 'good',
  given_up: 'bad',
}

/** One event at one endpoint: whether it was taken, and each attempt with what was sent and answered. */
export function Delivery({ endpointId, eventId }: DeliveryProps) {
  const { webhooks: words } = useStrings()
  const reveal = useReveal()
  const path = { id: endpointId, eventId }
  const delivery = useQuery(
    (api) => api.GET('/api/v1/webhook-endpoints/{id}/deliveries/{eventId}', { params: { path } }),
    [endpointId, eventId],
    reveal,
  )
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [eventId])
  const { data } = delivery
  return (
    <section>
      <h3 ref={heading} tabIndex={-1}>
        {words.event} <Id value={eventId} href={paths.event(eventId)} />
      </h3>
      {data === undefined ? (
        <Pending of={delivery} />
      ) : (
        <>
          <div class="row">
            <Status code={data.state} tone={tones[data.state] ?? 'idle'} words={words.states} />
            {data.owed.map(({ nextAt, replay }) => (
              <span key={String(replay)}>
                {words.nextAt} {nextAt === null ? words.behind : <Time at={nextAt} />}
              </span>
            ))}
            <Replay {...{ endpointId, eventId }} onDone={delivery.reload} />
            <RevealButton of={reveal} />
          </div>
          {data.attempts.length === 0 && <p class="empty">{words.noneTried}</p>}
          {data.attempts.map((attempt) => (
            <Attempt key={attempt.id} of={attempt} />
          ))}
        </>
      )}
    </section>
  )
}

function Attempt({ of: attempt }: { readonly of: KoogateSchemas['WebhookAttempt'] }) {
  const { webhooks: words } = useStrings()
  return (
    <details>
      <summary>
        <Time at={attempt.at} /> <Result of={attempt} /> {attempt.ms} ms
      </summary>
      <BytesView label={words.request} value={requestOf(attempt, words.signature)} open />
      <BytesView label={words.answer} value={attempt.answer || words.noAnswer} open />
    </details>
  )
}

// The body is the event, and the signature proves the secret.
function requestOf({ eventId, sentAt }: KoogateSchemas['WebhookAttempt'], signature: string) {
  const seconds = Math.floor(Date.parse(sentAt) / 1_000)
  const headers = [
    ...['content-type: application/json', 'user-agent: Koogate', `webhook-id: ${eventId}`],
    ...[`webhook-timestamp: ${seconds}`, `webhook-signature: ${signature}`],
  ]
  return headers.join('\n')
}
