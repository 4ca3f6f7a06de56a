import type { ComponentChildren } from 'preact'
import { orDash } from './or-dash.ts'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand at the right. */
  readonly end?: boolean
}

interface TableProps<Row> {
  /** What the table lists; read out, and shown to who cannot see. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What it means that there is nothing. */
  readonly empty: string
}

/**
 * A table; on a phone each row is a card, whose values have the heads of the columns beside them.
 *
 *     const columns: Column<Alarm>[] = [{ head: words.since, cell: ({ since }) => <Time at={since} /> }]
 *     <Table caption={words.title} columns={columns} rows={items} keyOf={({ id }) => id} empty={words.none} />
 */
export function Table<Row>({ caption, columns, rows, keyOf, empty }: TableProps<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>
  return (
    <div class="wide">
      <table role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, end }) => (
              <th key={head} scope="col" role="columnheader" class={end ? 'end' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ head, cell, end }) => (
                <td key={head} role="cell" data-label={head} class={end ? 'end' : undefined}>
                  {orDash(cell(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
