import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import type { OfInstance } from './of-instance.ts'

/** The orders that bought and changed an instance. */
export function Orders({ of: { orders } }: OfInstance) {
  const { instances: words } = useStrings()
  return (
    <Table
      caption={words.orders}
      columns={[
        { head: words.role, cell: ({ role }) => wordFor(words.roles, role) },
        {
          head: words.facts.orderId,
          cell: ({ id, orderId }) => (
            <Id value={orderId} href={id === null ? undefined : paths.order(id)} />
          ),
        },
        {
          head: words.status,
          cell: ({ state }) => <Status code={state} tone="idle" words={words.orderStates} />,
        },
        {
          head: words.plan.orderAmount,
          // Amounts, whatever their names say.
          cell: ({ currency, currencyAfterDiscount }) => currencyAfterDiscount ?? currency ?? '–',
        },
        { head: words.applied, cell: ({ appliedAt }) => <Time at={appliedAt} /> },
      ]}
      rows={orders}
      keyOf={({ orderId, orderLineId, appliedAt }) => [orderId, orderLineId, appliedAt].join(' ')}
      empty={words.nothing}
    />
  )
}

/** What the seller's product was asked. */
export function Asks({ of: { asks } }: OfInstance) {
  const { instances: words } = useStrings()
  return (
    <>
      <h2>{words.asks}</h2>
      <Table
        caption={words.asks}
        columns={[
          { head: words.what, cell: ({ type }) => <code>{type}</code> },
          {
            head: words.askState,
            cell: ({ state }) => (
              <Status code={state} tone={toneOf[state] ?? 'idle'} words={words.askStates} />
            ),
          },
          { head: words.attempts, cell: ({ attempt }) => attempt, end: true },
          { head: words.next, cell: ({ nextAt }) => <Time at={nextAt} /> },
          { head: words.deadline, cell: ({ deadline }) => <Time at={deadline} /> },
          {
            head: words.last,
            cell: ({ answerCode, lastError, lastAnswer }) =>
              [answerCode, lastError, lastAnswer].filter(Boolean).join(' · ') || '–',
          },
        ]}
        rows={asks}
        keyOf={({ id }) => id}
        empty={words.asksNone}
      />
    </>
  )
}

const toneOf: Readonly<Record<string, 'bad' | 'warn' | 'good'>> = {
  refused: 'bad',
  overdue: 'bad',
  due: 'warn',
  done: 'good',
}
