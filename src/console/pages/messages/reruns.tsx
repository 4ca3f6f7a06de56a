import type { KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { MessageTabs } from './message-tabs.tsx'
import { Rerun } from './rerun.tsx'

type MessageRerun = KoogateSchemas['MessageRerun']
type Words = Strings['messages']

/** What was run again as a whole, or one of it: how far it is, and what came of each call. */
export default function Reruns() {
  const { messages: words } = useStrings()
  const id = useIdOfPage()
  return (
    <Page title={words.reruns}>
      <MessageTabs current={1} />
      {id === '' ? <All /> : <Rerun id={id} />}
    </Page>
  )
}

function All() {
  const { messages: words } = useStrings()
  const list = useList(
    (api, page) => api.GET('/api/v1/message-reruns', { params: { query: page } }),
    [],
  )
  return (
    <ListTable
      list={list}
      caption={words.reruns}
      columns={columnsOf(words)}
      keyOf={({ id }) => id ?? ''}
      empty={words.noReruns}
    />
  )
}

const columnsOf = (words: Words): Column<MessageRerun>[] => [
  {
    head: words.state,
    cell: ({ state }) => (
      <Status code={state} tone={state === 'running' ? 'warn' : 'idle'} words={words.states} />
    ),
  },
  {
    head: words.begunAt,
    cell: ({ id, createdAt }) => (
      <a href={paths.reruns({ id: id ?? '' })}>
        <Time at={createdAt} />
      </a>
    ),
  },
  { head: words.by, cell: ({ startedBy }) => startedBy },
  { head: words.filter, cell: ({ filter }) => filterText(filter) },
  {
    head: words.progress,
    cell: ({ toRun, waiting }) => words.of(toRun - waiting, toRun),
    end: true,
  },
  { head: words.succeeded, cell: ({ succeeded }) => succeeded, end: true },
]

const filterText = (filter: MessageRerun['filter']): string =>
  Object.entries(filter)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
