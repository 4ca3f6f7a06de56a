import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Status } from '../../ui/status.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Ago, Time } from '../../ui/time.tsx'
import { Attempts, GivenUp, Owed } from './deliveries.tsx'
import { Delivery } from './delivery.tsx'
import { EndpointActions } from './endpoint-actions.tsx'
import { type Endpoint, healthOf, toneOf } from './health.ts'
import { Replay } from './replay.tsx'
import { RotateSecret } from './rotate-secret.tsx'

/** One endpoint: how it fares, its secret, and what is sent to it. */
export default function Webhook() {
  const { webhooks: words } = useStrings()
  const id = useIdOfPage()
  const path = { id }
  const endpoint = useQuery(
    (api) => api.GET('/api/v1/webhook-endpoints/{id}', { params: { path } }),
    [id],
  )
  const { data, reload } = endpoint
  if (data === undefined) {
    return (
      <Page title={words.endpoint}>
        <Pending of={endpoint} />
      </Page>
    )
  }
  const health = healthOf(data)
  return (
    <Page title={data.description ?? words.endpoint}>
      <div class={`note ${toneOf(health)}`}>
        <Status code={health} tone={toneOf(health)} words={words.states} />
        <p>{wordFor(words.next, health)}</p>
        {data.disabledReason !== null && <p>{data.disabledReason}</p>}
      </div>
      <EndpointActions of={data} reload={reload} />
      <Facts rows={factsOf(data, words)} />
      <RotateSecret of={data} reload={reload} />
      <Deliveries id={id} reload={reload} />
    </Page>
  )
}

const factsOf = (endpoint: Endpoint, words: Strings['webhooks']) => {
  const { pending, oldestPendingAt, failingSince, failures, disablesAt, pausedUntil } = endpoint
  const listed = (names: readonly string[] | null) => names?.join(', ') ?? words.all
  return [
    ['ID', <Id value={endpoint.id} />],
    ['URL', <OutsideLink href={endpoint.url} />],
    [words.waiting, pending],
    oldestPendingAt !== null && [words.oldest, <Time at={oldestPendingAt} />],
    endpoint.lag > 0 && [words.lag, endpoint.lag],
    [words.lastSuccess, <Time at={endpoint.lastSuccessAt} />],
    failingSince !== null && [words.failingSince, <Time at={failingSince} />],
    failures > 0 && [words.failures, failures],
    disablesAt !== null && [words.disablesAt, <Ago at={disablesAt} />],
    pausedUntil !== null && [words.pausedUntil, <Ago at={pausedUntil} />],
    [words.givenUp, endpoint.givenUp],
    [words.type, listed(endpoint.types)],
    [words.address, listed(endpoint.addresses)],
    [words.test, wordFor(words.tests, endpoint.test)],
    [words.personal, endpoint.personal ? words.yes : words.no],
    [words.ordered, endpoint.ordered ? words.yes : words.no],
  ] as Parameters<typeof Facts>[0]['rows']
}

const lists = { owed: Owed, attempts: Attempts, given_up: GivenUp } as const

function Deliveries({ id, reload }: { readonly id: string; readonly reload: () => void }) {
  const { webhooks: words } = useStrings()
  const { show = 'owed', event } = useRoute().query
  const names = Object.keys(lists) as (keyof typeof lists)[]
  const current = Math.max(
    0,
    names.findIndex((name) => name === show),
  )
  const List = lists[names[current] ?? 'owed']
  const [replays, setReplays] = useState(0)
  function replayed() {
    setReplays((count) => count + 1)
    reload()
  }
  return (
    <>
      <h2>{words.deliveries}</h2>
      <Tabs
        label={words.deliveries}
        of={names.map((name) => [`${paths.webhook(id)}&show=${name}`, wordFor(words.lists, name)])}
        current={event === undefined ? current : -1}
      />
      {event === undefined ? (
        <>
          <Replay endpointId={id} onDone={replayed} />
          <List key={replays} endpointId={id} />
        </>
      ) : (
        <Delivery endpointId={id} eventId={event} />
      )}
    </>
  )
}
