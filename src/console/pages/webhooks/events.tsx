import type { KoogateClient, KoogateQuery, KoogateResult, KoogateSchemas } from '../../../client.ts'
import { type PageQuery, useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Time } from '../../ui/time.tsx'
import { Topic } from './topic.tsx'

type Event = KoogateSchemas['Event']
type Filter = Partial<KoogateQuery<'/api/v1/events'>>
type Events = { readonly items: readonly Event[]; readonly nextCursor: string | null }

/** What happened, the newest first. */
export default function Events() {
  const { webhooks: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/events'>>('type', 'topic', 'address')
  const list = useList((api, page) => readBackwards(api, filters, page), [filters])
  return (
    <Page title={words.events}>
      <Tabs
        label={words.title}
        of={[
          [paths.webhooks(), words.title],
          [paths.events(), words.events],
        ]}
        current={1}
      />
      <Filters
        of={[
          { name: 'type', label: words.types },
          { name: 'topic', label: words.topic },
          { name: 'address', label: words.address },
        ]}
      />
      <ListTable
        list={list}
        caption={words.events}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={words.noEvents}
      />
      {list.items?.length === 0 && list.loadMore && (
        <button type="button" onClick={list.loadMore}>
          {words.older}
        </button>
      )}
    </Page>
  )
}

// Where a filter finds little, an answer says only how far it has looked.
const mostAnswers = 10

async function readBackwards(
  api: KoogateClient,
  filters: Filter,
  { limit, cursor = '0' }: PageQuery,
): Promise<KoogateResult<Events>> {
  let before = Number(cursor)
  for (let answers = 1; ; answers++) {
    const query = { ...filters, limit, before }
    const { data, error, response } = await api.GET('/api/v1/events', { params: { query } })
    if (data === undefined) return { error, response }
    const { items, next } = data
    before = next
    if (items.length > 0 || next <= 1 || answers === mostAnswers) {
      return { data: { items, nextCursor: next <= 1 ? null : String(next) }, response }
    }
  }
}

const columnsOf = (words: Strings['webhooks']): Column<Event>[] => [
  { head: words.position, cell: ({ position }) => position, end: true },
  { head: words.happened, cell: ({ timestamp }) => <Time at={timestamp} /> },
  { head: words.type, cell: ({ type, id }) => <a href={paths.event(id)}>{type}</a> },
  { head: words.topic, cell: ({ topic }) => <Topic of={topic} /> },
  { head: words.address, cell: ({ address }) => address || '–' },
  { head: words.event, cell: ({ id }) => <Id value={id} /> },
]
