import type { KoogateClient, KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor, wordOr } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Counted } from '../../ui/counted.tsx'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import type { Column } from '../../ui/table.tsx'
import { OrderState } from './order-state.tsx'

type Drift = KoogateSchemas['Drift']
type Words = Strings['orders']

interface DriftsProps {
  readonly id: string
  readonly onDone: () => void
}

/** What does not agree with the store, and what puts it right, one by one or all at once. */
export function Drifts({ id, onDone }: DriftsProps) {
  const { orders: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/reconciliations/{id}/drifts'>>(
    'state',
    'orderId',
  )
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/reconciliations/{id}/drifts', {
        params: { path: { id }, query: { ...filters, ...page } },
      }),
    [id, filters],
  )
  const reload = () => {
    list.reload()
    onDone()
  }
  return (
    <>
      <h2>{words.drifts}</h2>
      <ApplyAll id={id} onDone={reload} />
      <Filters of={fieldsOf(words)} />
      <ListTable
        list={list}
        caption={words.drifts}
        columns={columnsOf(words, reload)}
        keyOf={(drift) => drift.id}
        empty={words.noDrifts}
      />
    </>
  )
}

function ApplyAll({ id, onDone }: DriftsProps) {
  const { orders: words } = useStrings()
  const apply = (api: KoogateClient, dryRun: boolean) =>
    api.POST('/api/v1/reconciliations/{id}/apply', { params: { path: { id } }, body: { dryRun } })
  return (
    <ActionButton
      label={words.applyAll}
      scope="operate"
      run={(api) => apply(api, false)}
      done={({ applied, failed, remaining }) => words.applied(applied, failed, remaining)}
      onDone={onDone}
    >
      <p>{words.applySays}</p>
      <Counted ask={(api) => apply(api, true)}>
        {({ matching }) => <strong>{words.counted(matching)}</strong>}
      </Counted>
    </ActionButton>
  )
}

const fieldsOf = (words: Words) => [
  {
    name: 'state',
    label: words.state,
    options: ['open', 'applied', 'failed', 'gone'].map(
      (one) => [one, words.states[one] ?? one] as const,
    ),
  },
  { name: 'orderId', label: words.orderId },
]

const columnsOf = (words: Words, reload: () => void): Column<Drift>[] => [
  { head: words.state, cell: ({ state }) => <OrderState of={state} /> },
  {
    head: words.what,
    cell: ({ kind, text, differences, result }) => (
      <>
        <Told kind={kind} text={text} />
        {differences.map(({ field, ours, store }) => (
          <div key={field}>
            <code>{field}</code> {words.ours} {ours ?? '–'}, {words.store} {store ?? '–'}
          </div>
        ))}
        {result !== null && <small>{result}</small>}
      </>
    ),
  },
  {
    head: words.about,
    cell: ({ orderId, instanceId }) => (
      <>
        {orderId !== null && <Id value={orderId} href={paths.orders({ orderId })} />}
        {instanceId !== null && <Id value={instanceId} href={paths.instance(instanceId)} />}
      </>
    ),
  },
  { head: words.repair, cell: (drift) => <Apply drift={drift} onDone={reload} /> },
]

/** What does not agree, and the sentence of the service, which names the ids and codes. */
function Told({ kind, text }: Pick<Drift, 'kind' | 'text'>) {
  const { orders: words } = useStrings()
  const word = wordOr(words.kinds, kind, '')
  if (word === '') return <p>{text}</p>
  return (
    <details>
      <summary>{word}</summary>
      <span lang="en">{text}</span>
    </details>
  )
}

function Apply({ drift, onDone }: { readonly drift: Drift; readonly onDone: () => void }) {
  const { orders: words } = useStrings()
  const repair = wordFor(words.repairs, drift.repair)
  const isOpen = drift.state === 'open' || drift.state === 'failed'
  if (drift.repair === 'none' || !isOpen) return <>{repair}</>
  const path = { id: drift.reconciliationId, driftId: drift.id }
  return (
    <>
      {repair}
      <br />
      <ActionButton
        label={words.apply}
        title={repair}
        scope="operate"
        run={(api) =>
          api.POST('/api/v1/reconciliations/{id}/drifts/{driftId}/apply', { params: { path } })
        }
        done={({ state }) => words.applyDone(wordFor(words.states, state))}
        onDone={onDone}
      >
        <Told {...drift} />
      </ActionButton>
    </>
  )
}
