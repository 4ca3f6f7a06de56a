import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Filters, useFilters, useTimes } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { Call, callTone } from './call.tsx'
import { MessageTabs } from './message-tabs.tsx'

type OutboundCall = KoogateSchemas['OutboundCall']
type Words = Strings['messages']

const results = ['done', 'access', 'refused', 'later', 'unanswered']
const texts = ['site', 'operation', 'subject'] as const

/** The calls to the store, or one of them. */
export default function Calls() {
  const { messages: words } = useStrings()
  const id = useIdOfPage()
  return (
    <Page title={words.outbound}>
      <MessageTabs current={2} />
      {id === '' ? <All /> : <Call id={id} />}
    </Page>
  )
}

function All() {
  const { messages: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/outbound-calls'>>(
    'result',
    'from',
    'to',
    ...texts,
  )
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/outbound-calls', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <>
      <Filters of={[...fieldsOf(words), ...useTimes('from', 'to')]} />
      <ListTable
        list={list}
        caption={words.outbound}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={words.noOutbound}
      />
    </>
  )
}

const fieldsOf = (words: Words) => [
  {
    name: 'result',
    label: words.outcome,
    options: results.map((one) => [one, words.states[one] ?? one] as const),
  },
  ...texts.map((name) => ({ name, label: words[name] })),
]

const columnsOf = (words: Words): Column<OutboundCall>[] => [
  {
    head: words.outcome,
    cell: ({ result }) => <Status code={result} tone={callTone(result)} words={words.states} />,
  },
  {
    head: words.operation,
    cell: ({ id, operation }) => <a href={paths.calls({ id })}>{operation}</a>,
  },
  { head: words.subject, cell: ({ subject }) => <Id value={subject} /> },
  { head: words.code, cell: ({ status, code }) => [status, code].filter(Boolean).join(' · ') },
  { head: words.site, cell: ({ site }) => site },
  { head: words.at, cell: ({ at }) => <Time at={at} /> },
  { head: words.duration, cell: ({ durationMs }) => `${durationMs} ms`, end: true },
]
