import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Filters, useFilters, useTimes } from '../../ui/filters.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { About, Result } from './message-cells.tsx'
import { MessageTabs } from './message-tabs.tsx'
import { RerunAll } from './rerun-all.tsx'

type Message = KoogateSchemas['Message']
type Words = Strings['messages']

const families = ['saas-v2', 'saas-v1', 'license-a', 'license-b', 'license-c', 'orders', 'kit']
const texts = [
  ...(['activity', 'resultCode', 'address', 'instanceId', 'orderId'] as const),
  ...(['tenantId', 'licenseId'] as const),
]

/** The calls of the store: filter, read, and run again all that match. */
export default function Messages() {
  const { messages: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/messages'>>(
    ...(['outcome', 'family', 'test', 'verified', 'from', 'to'] as const),
    ...texts,
  )
  const list = useList(
    (api, page) => api.GET('/api/v1/messages', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title} actions={<RerunAll filter={filters} />}>
      <MessageTabs current={0} />
      <Filters of={[...fieldsOf(words), ...useTimes('from', 'to')]} />
      <ListTable
        list={list}
        caption={words.title}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={words.none}
      />
    </Page>
  )
}

const fieldsOf = (words: Words) => [
  {
    name: 'outcome',
    label: words.outcome,
    options: (['failure', 'success'] as const).map((one) => [one, words[one]] as const),
  },
  { name: 'family', label: words.family, options: families.map((one) => [one, one] as const) },
  {
    name: 'test',
    label: words.kind,
    options: [['false', words.real] as const, ['true', words.test] as const],
  },
  {
    name: 'verified',
    label: words.verified,
    options: [['true', words.isVerified] as const, ['false', words.isNotVerified] as const],
  },
  ...texts.map((name) => ({ name, label: words[name] })),
]

const columnsOf = (words: Words): Column<Message>[] => [
  { head: words.outcome, cell: (message) => <Result of={message} /> },
  {
    head: words.activity,
    cell: ({ id, activity, family }) => (
      <>
        <a href={paths.message(id)}>{activity ?? family}</a>
        <br />
        <small>{family}</small>
      </>
    ),
  },
  { head: words.about, cell: (message) => <About of={message} /> },
  {
    head: words.address,
    cell: ({ address, test, verified, rerunOf }) =>
      [
        address,
        test && words.test,
        !verified && words.isNotVerified,
        rerunOf !== null && words.rerun,
      ]
        .filter(Boolean)
        .join(' · '),
  },
  { head: words.receivedAt, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
  { head: words.duration, cell: ({ durationMs }) => `${durationMs} ms`, end: true },
]
