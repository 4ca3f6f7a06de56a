import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Id } from '../../ui/id.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { type Reveal, RevealButton, useReveal } from '../../ui/reveal.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { Delivery } from './delivery.tsx'
import { OrderState } from './order-state.tsx'

type OrderDetail = KoogateSchemas['OrderDetail']

/** One line of an order: what the store says of it, what it did, how far its delivery is. */
export default function Order() {
  const { orders: words, instances } = useStrings()
  const id = useIdOfPage()
  const path = { id }
  const reveal = useReveal()
  const order = useQuery(
    (api) => api.GET('/api/v1/orders/{id}', { params: { path } }),
    [id],
    reveal,
  )
  const refresh = (
    <ActionButton
      label={words.refresh}
      scope="operate"
      run={(api) => api.POST('/api/v1/orders/{id}/refresh', { params: { path } })}
      done={words.refreshed}
      onDone={order.reload}
    >
      <p>{words.refreshSays}</p>
    </ActionButton>
  )
  const { data } = order
  return (
    <Page title={words.one} actions={data && refresh}>
      {data === undefined ? (
        <Pending of={order} />
      ) : (
        <>
          <OrderFacts of={data} reveal={reveal} />
          <h2>{words.instances}</h2>
          <Table
            caption={words.instances}
            columns={columnsOf(words, instances.roles)}
            rows={data.instances}
            keyOf={({ instanceId, role }) => `${instanceId} ${role}`}
            empty={words.noInstances}
          />
          <Delivery of={data} onDone={order.reload} />
        </>
      )}
    </Page>
  )
}

interface OrderFactsProps {
  readonly of: OrderDetail
  readonly reveal: Reveal
}

function OrderFacts({ of: order, reveal }: OrderFactsProps) {
  const { orders: words } = useStrings()
  const { orderId, orderLineId, buyer, currency, currencyAfterDiscount: after } = order
  return (
    <Facts
      rows={[
        [words.state, <OrderState of={order.state} />],
        order.code !== null && [words.code, order.code],
        [words.orderId, <Id value={orderId} />],
        [words.orderLineId, <Id value={orderLineId} />],
        [words.kind, order.test ? words.test : words.real],
        [words.type, order.type],
        [
          words.chargingMode,
          [order.chargingMode, order.periodNumber, order.periodType].filter(Boolean).join(' '),
        ],
        [words.productId, order.productName ?? order.productId],
        [words.sku, <Id value={order.skuCode} />],
        [words.quantity, order.quantity],
        [words.amount, [currency, after !== currency && after].filter(Boolean).join(' → ')],
        [words.createTime, <Time at={order.createTime} />],
        [words.expireTime, <Time at={order.expireTime} />],
        buyer !== null && [
          words.buyer,
          <>
            {said(buyer)} <RevealButton of={reveal} />
          </>,
        ],
        order.extendParams.length > 0 && [
          words.extend,
          order.extendParams.map(({ name, value }) => `${name}: ${value ?? ''}`).join(', '),
        ],
        [words.site, `${order.site} · ${order.address}`],
        [words.notifiedAt, <Time at={order.notifiedAt} />],
        [words.fetchedAt, <Time at={order.fetchedAt} />],
      ]}
    />
  )
}

const said = (buyer: object): string =>
  Object.values(buyer)
    .filter((value) => value !== null)
    .join(' · ')

const columnsOf = (
  words: Strings['orders'],
  roles: Strings['instances']['roles'],
): Column<KoogateSchemas['OrderInstance']>[] => [
  {
    head: words.instance,
    cell: ({ instanceId }) => <Id value={instanceId} href={paths.instance(instanceId)} />,
  },
  { head: words.role, cell: ({ role }) => wordFor(roles, role) },
  { head: words.appliedAt, cell: ({ appliedAt }) => <Time at={appliedAt} /> },
]
