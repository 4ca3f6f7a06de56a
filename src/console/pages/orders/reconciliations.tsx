import { useLocation } from 'preact-iso'
import type { KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { fromHere } from '../../shell/find-box.tsx'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { OrderState } from './order-state.tsx'
import { OrderTabs } from './order-tabs.tsx'
import { Reconciliation } from './reconciliation.tsx'

/** What was compared with the store, or one comparison. */
export default function Reconciliations() {
  const { orders: words } = useStrings()
  const id = useIdOfPage()
  return (
    <Page title={words.reconciliations} actions={id === '' && <Compare />}>
      <OrderTabs current={1} />
      {id === '' ? <All /> : <Reconciliation id={id} />}
    </Page>
  )
}

function Compare() {
  const { orders: words } = useStrings()
  const { route } = useLocation()
  return (
    <ActionButton
      label={words.compare}
      scope="operate"
      run={(api, form) => {
        const site = form.get('site')
        const body = typeof site === 'string' && site !== '' ? { site } : {}
        return api.POST('/api/v1/reconciliations', { body })
      }}
      done={words.compared}
      onDone={({ id }) => route(fromHere(paths.reconciliations({ id })))}
    >
      <p>{words.compareSays}</p>
      <label>
        {words.site}
        <input name="site" />
      </label>
    </ActionButton>
  )
}

function All() {
  const { orders: words } = useStrings()
  const list = useList(
    (api, page) => api.GET('/api/v1/reconciliations', { params: { query: page } }),
    [],
  )
  return (
    <ListTable
      list={list}
      caption={words.reconciliations}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      empty={words.noReconciliations}
    />
  )
}

const columnsOf = (words: Strings['orders']): Column<KoogateSchemas['Reconciliation']>[] => [
  { head: words.state, cell: ({ state }) => <OrderState of={state} /> },
  {
    head: words.begunAt,
    cell: ({ id, createdAt }) => (
      <a href={paths.reconciliations({ id })}>
        <Time at={createdAt} />
      </a>
    ),
  },
  { head: words.site, cell: ({ site, kind }) => `${site} · ${wordFor(words.comparedWith, kind)}` },
  { head: words.asked, cell: ({ asked, orders }) => `${asked} / ${orders}`, end: true },
  { head: words.drifts, cell: ({ drifts }) => drifts.open + drifts.failed, end: true },
]
