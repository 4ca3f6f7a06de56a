import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { Filters, useFilters, useTimes } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { Replay } from './replay.tsx'
import { Topic } from './topic.tsx'

interface OfEndpoint {
  readonly endpointId: string
}

/** The address of one event at an endpoint. */
const deliveryOf = (endpointId: string, eventId: string) =>
  `${paths.webhook(endpointId)}&event=${encodeURIComponent(eventId)}`

interface OfEvent {
  readonly eventId: string
}

function useEventColumn<Row extends OfEvent>(endpointId: string): Column<Row> {
  const { webhooks: words } = useStrings()
  return {
    head: words.event,
    cell: ({ eventId }) => <Id value={eventId} href={deliveryOf(endpointId, eventId)} />,
  }
}

function useYesNo(): readonly (readonly [string, string])[] {
  const { webhooks: words } = useStrings()
  return [
    ['true', words.yes],
    ['false', words.no],
  ]
}

/** What an endpoint has not taken yet, in the order of the feed. */
export function Owed({ endpointId: id }: OfEndpoint) {
  const { webhooks: words } = useStrings()
  const path = '/api/v1/webhook-endpoints/{id}/deliveries'
  const filters = useFilters<KoogateQuery<typeof path>>('failing', 'topic')
  const options = useYesNo()
  const list = useList(
    (api, page) => api.GET(path, { params: { path: { id }, query: { ...filters, ...page } } }),
    [id, filters],
  )
  const columns: Column<KoogateSchemas['WebhookDelivery']>[] = [
    useEventColumn(id),
    { head: words.type, cell: ({ type }) => type ?? '–' },
    { head: words.topic, cell: ({ topic }) => <Topic of={topic} /> },
    { head: words.happened, cell: ({ timestamp }) => <Time at={timestamp} /> },
    { head: words.tries, cell: ({ attempts }) => attempts, end: true },
    {
      head: words.nextAt,
      cell: ({ nextAt }) => (nextAt === null ? words.behind : <Time at={nextAt} />),
    },
  ]
  return (
    <>
      <Filters
        of={[
          { name: 'failing', label: words.failing, options },
          { name: 'topic', label: words.topic },
        ]}
      />
      <ListTable
        list={list}
        caption={words.lists['owed'] ?? ''}
        columns={columns}
        keyOf={({ eventId, replay }) => `${eventId} ${replay}`}
        empty={words.noneOwed}
      />
    </>
  )
}

/** What was sent to an endpoint, or of an event to any, and answered; the newest first. */
export function Attempts(of: Partial<OfEndpoint & OfEvent>) {
  const { webhooks: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/webhook-attempts'>>(
    ...(['succeeded', 'since', 'until'] as const),
  )
  const options = useYesNo()
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/webhook-attempts', { params: { query: { ...of, ...filters, ...page } } }),
    [of, filters],
  )
  const columns: Column<KoogateSchemas['WebhookAttempt']>[] = [
    { head: words.at, cell: ({ at }) => <Time at={at} /> },
    { head: words.result, cell: (attempt) => <Result of={attempt} /> },
    { head: words.took, cell: ({ ms }) => `${ms} ms`, end: true },
    {
      head: of.eventId === undefined ? words.event : words.endpoint,
      cell: ({ endpointId, eventId }) => (
        <Id
          value={of.eventId === undefined ? eventId : endpointId}
          href={deliveryOf(endpointId, eventId)}
        />
      ),
    },
    { head: words.type, cell: ({ type }) => type },
  ]
  return (
    <>
      <Filters
        of={[{ name: 'succeeded', label: words.succeeded, options }, ...useTimes('since', 'until')]}
      />
      <ListTable
        list={list}
        caption={words.lists['attempts'] ?? ''}
        columns={columns}
        keyOf={({ id }) => id}
        empty={words.noneTried}
      />
    </>
  )
}

/** What one attempt came to. */
export function Result({ of: { succeeded, status, error } }: ResultProps) {
  return <Status code={error ?? String(status)} tone={succeeded ? 'good' : 'bad'} words={{}} />
}
interface ResultProps {
  readonly of: KoogateSchemas['WebhookAttempt']
}

/** What an endpoint did not take for 72 hours, the newest first. */
export function GivenUp({ endpointId }: OfEndpoint) {
  const { webhooks: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/webhook-given-up'>>('replayed')
  const options = useYesNo()
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/webhook-given-up', {
        params: { query: { endpointId, ...filters, ...page } },
      }),
    [endpointId, filters],
  )
  const columns: Column<KoogateSchemas['WebhookGivenUp']>[] = [
    { head: words.at, cell: ({ at }) => <Time at={at} /> },
    useEventColumn(endpointId),
    { head: words.type, cell: ({ type }) => type },
    { head: words.topic, cell: ({ topic }) => <Topic of={topic} /> },
    { head: words.reason, cell: ({ reason }) => reason },
    {
      head: words.replayed,
      cell: ({ replayedAt, eventId }) =>
        replayedAt === null ? (
          <Replay {...{ endpointId, eventId }} onDone={list.reload} />
        ) : (
          <Time at={replayedAt} />
        ),
    },
  ]
  return (
    <>
      <Filters of={[{ name: 'replayed', label: words.replayed, options }]} />
      <ListTable
        list={list}
        caption={words.lists['given_up'] ?? ''}
        columns={columns}
        keyOf={({ id }) => id}
        empty={words.noneGivenUp}
      />
    </>
  )
}
