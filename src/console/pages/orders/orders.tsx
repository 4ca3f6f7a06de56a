import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Filters, useFilters, useTimes } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { OrderState } from './order-state.tsx'
import { OrderTabs } from './order-tabs.tsx'

type Order = KoogateSchemas['OrderDetail']
type Words = Strings['orders']

const texts = ['orderId', 'type', 'chargingMode', 'productId'] as const

/** What was ordered, as the store says it. */
export default function Orders() {
  const { orders: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/orders'>>(
    ...(['state', 'test', 'delivery', 'from', 'to'] as const),
    ...texts,
  )
  const list = useList(
    (api, page) => api.GET('/api/v1/orders', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title}>
      <OrderTabs current={0} />
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
    name: 'state',
    label: words.state,
    options: ['waiting', 'fetched', 'refused', 'off'].map(
      (one) => [one, words.states[one] ?? one] as const,
    ),
  },
  {
    name: 'delivery',
    label: words.delivery,
    options: [['open', words.deliveryOpen] as const, ['accepted', words.deliveryAccepted] as const],
  },
  {
    name: 'test',
    label: words.kind,
    options: [['false', words.real] as const, ['true', words.test] as const],
  },
  ...texts.map((name) => ({ name, label: words[name] })),
]

const columnsOf = (words: Words): Column<Order>[] => [
  { head: words.state, cell: ({ state }) => <OrderState of={state} /> },
  {
    head: words.orderId,
    cell: ({ id, orderId, orderLineId, test }) => (
      <>
        <Id value={orderId} href={paths.order(id)} />
        <br />
        <small>{[orderLineId, test && words.test].filter(Boolean).join(' · ')}</small>
      </>
    ),
  },
  {
    head: words.type,
    cell: ({ type, chargingMode }) => [type, chargingMode].filter(Boolean).join(' '),
  },
  { head: words.productId, cell: ({ productName, productId }) => productName ?? productId },
  {
    head: words.delivery,
    cell: ({ delivery }) =>
      delivery && (
        <>
          {wordFor(words.steps, delivery.step ?? words.open)}
          {delivery.attention !== null && <p class="note warn">{delivery.attention}</p>}
        </>
      ),
  },
  { head: words.createTime, cell: ({ createTime }) => <Time at={createTime} /> },
]
