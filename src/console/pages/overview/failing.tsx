import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Left } from '../../ui/left.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Schemas = KoogateSchemas

interface ListProps<Row> {
  readonly title: string
  /** What it means. */
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
}

/** A table with its heading; nothing where there is nothing. */
function List<Row>({ title, ...table }: ListProps<Row>) {
  if (table.rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <Table empty="" {...table} />
    </>
  )
}

/** What fails now, kind by kind. */
export function Failing({ of }: { readonly of: Schemas['Overview'] }) {
  const { overview: words } = useStrings()
  const { at, clocks, purchases, usage, endpoints, signatures } = of
  const left = (until: string) => <Left until={until} at={at} />
  const time = (value: string | null) => <Time at={value} />
  return (
    <>
      <List
        title={words.purchases}
        caption={words.purchasesSay(clocks.purchaseHours)}
        rows={purchases.first}
        keyOf={({ site, orderId, orderLineId }) => [site, orderId, orderLineId].join(' ')}
        columns={[
          { head: words.left, cell: ({ triesUntil }) => left(triesUntil) },
          {
            head: words.order,
            cell: ({ orderId }) => <Id value={orderId} href={paths.instances({ orderId })} />,
          },
          { head: words.address, cell: ({ address }) => address },
          {
            head: words.answer,
            cell: ({ orderId, activity, resultCode }) => (
              <a href={paths.messages({ orderId })}>{`${activity} ${resultCode}`}</a>
            ),
          },
          { head: words.attempts, cell: ({ attempts }) => attempts, end: true },
          { head: words.since, cell: ({ firstAt }) => time(firstAt) },
        ]}
      />
      <List
        title={words.usage}
        caption={words.usageSays(clocks.usageDays)}
        rows={usage.first}
        keyOf={({ instanceId, site }) => `${instanceId} ${site}`}
        columns={[
          { head: words.left, cell: ({ deadline }) => left(deadline) },
          {
            head: words.instance,
            cell: ({ instanceId }) => <Id value={instanceId} href={paths.usage({ instanceId })} />,
          },
          { head: words.records, cell: ({ windows }) => windows, end: true },
        ]}
      />
      <List
        title={words.endpoints}
        caption={words.endpointsSay}
        rows={endpoints}
        keyOf={({ id }) => id}
        columns={[
          { head: words.endpoint, cell: ({ id, url }) => <a href={paths.webhook(id)}>{url}</a> },
          { head: words.cause, cell: ({ state, disabledReason }) => disabledReason ?? state },
          { head: words.failures, cell: ({ failures }) => failures, end: true },
          { head: words.since, cell: ({ failingSince }) => time(failingSince) },
        ]}
      />
      <List
        title={words.signatures}
        caption={words.signaturesSay}
        rows={signatures}
        keyOf={({ address, interfaceType, cause }) => [address, interfaceType, cause].join(' ')}
        columns={[
          { head: words.address, cell: ({ address }) => address },
          {
            head: words.key,
            cell: ({ interfaceType }) => <a href={paths.keys()}>{interfaceType}</a>,
          },
          { head: words.cause, cell: ({ cause }) => wordFor(words.causes, cause) },
          { head: words.keys, cell: ({ fingerprints }) => <code>{fingerprints.join(' ')}</code> },
          {
            head: words.calls,
            cell: ({ calls: { count, more } }) => `${count}${more ? '+' : ''}`,
            end: true,
          },
          { head: words.last, cell: ({ lastAt }) => time(lastAt) },
          { head: words.held, cell: ({ lastVerifiedAt }) => time(lastVerifiedAt) },
        ]}
      />
    </>
  )
}
