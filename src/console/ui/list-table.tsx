import type { List } from '../api/use-list.ts'
import { LoadMore } from './load-more.tsx'
import { Pending } from './pending.tsx'
import { ProblemNote } from './problem-note.tsx'
import { type Column, Table } from './table.tsx'

interface ListTableProps<Row> {
  readonly list: List<Row>
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly empty: string
}

/** A list of useList as a table, with what is older, and with what went wrong. */
export function ListTable<Row>({ list, ...table }: ListTableProps<Row>) {
  if (list.items === undefined) return <Pending of={list} />
  return (
    <>
      <ProblemNote of={list.problem} retry={list.reload} />
      <Table {...table} rows={list.items} />
      <LoadMore of={list} />
    </>
  )
}
