import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Filters, useFilters, useTimes } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Ago, Time } from '../../ui/time.tsx'
import { Days } from './days.tsx'
import { SelectedActions } from './selected-actions.tsx'
import { Summary } from './summary.tsx'
import { WindowState, states, whyOf } from './window-state.tsx'

type UsageWindow = KoogateSchemas['UsageWindow']

/** What the store is told of usage: what expires first, what waits, and everything that matches. */
export default function Usage() {
  const { usage: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/usage/windows'>>(...filterNames)
  const { instanceId } = filters
  const list = useList(
    (api, page) => api.GET('/api/v1/usage/windows', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title}>
      <AtRisk />
      <Summary instanceId={instanceId} />
      {instanceId !== undefined && <Days instanceId={instanceId} />}
      <h2>{words.windows}</h2>
      <Filters
        of={[
          {
            name: 'state',
            label: words.state,
            options: states.map((state) => [state, wordFor(words.states, state)] as const),
          },
          { name: 'instanceId', label: words.instance },
          { name: 'code', label: words.code },
          { name: 'address', label: words.address },
          ...useTimes('from', 'until'),
        ]}
      />
      <SelectedActions of={filters} onDone={list.reload} />
      <ListTable
        list={list}
        caption={words.windows}
        columns={columnsOf(words)}
        keyOf={({ meteringSn }) => meteringSn}
        empty={words.none}
      />
    </Page>
  )
}

const filterNames = ['instanceId', 'state', 'code', 'address', 'from', 'until'] as const
const weekMs = 7 * 24 * 60 * 60_000

function AtRisk() {
  const { usage: words } = useStrings()
  const list = useList((api, page) => {
    const until = new Date(Date.now() + weekMs).toISOString()
    return api.GET('/api/v1/usage/waiting', { params: { query: { until, ...page } } })
  }, [])
  const left: Column<UsageWindow> = {
    head: words.left,
    cell: ({ deadline }) => <Ago at={deadline} />,
  }
  return (
    <>
      <h2>{words.atRisk}</h2>
      <ListTable
        list={list}
        caption={words.atRisk}
        columns={[left, ...columnsOf(words)]}
        keyOf={({ meteringSn }) => meteringSn}
        empty={words.noRisk}
      />
    </>
  )
}

const columnsOf = (words: Strings['usage']): Column<UsageWindow>[] => [
  { head: words.state, cell: ({ state }) => <WindowState of={state} /> },
  {
    head: words.begin,
    cell: ({ meteringSn, beginTime }) => (
      <a href={paths.record(meteringSn)}>
        <Time at={beginTime} />
      </a>
    ),
  },
  { head: words.amount, cell: ({ value }) => value, end: true },
  {
    head: words.instance,
    cell: ({ instanceId }) => <Id value={instanceId} href={paths.instance(instanceId)} />,
  },
  { head: words.reason, cell: ({ code, reason }) => whyOf({ code, reason }, words) || '–' },
]
