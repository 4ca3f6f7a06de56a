import type { ManagementSchemas } from '../contract/index.ts'
import { ImportFileError, recordsOf } from './csv-records.ts'

/** A row of the file by its columns; empty cells are left out. */
export interface CsvRow {
  /** The line at which it begins, counted from 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** Why it cannot be read; it has no cells then. */
  readonly fault?: string
}

const addresses = ['frontEndUrl', 'adminUrl', 'userName', 'password', 'memo'] as const

/**
 * Reads a CSV file (RFC 4180; UTF-8 with or without a byte order mark, UTF-16 with one) whose first
 * line names its columns. Quotation marks that do not fit end the file: where the rows after them
 * begin is not known. Throws ImportFileError, and what the system says of a file that cannot be read.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  let columns: readonly string[] | undefined
  for await (const { line, values } of recordsOf(path)) {
    if (values === undefined) {
      if (columns === undefined) throw new ImportFileError(`line ${line}: ${misquoted}`)
      yield { line, cells: {}, fault: misquoted }
    } else if (columns === undefined) columns = columnsOf(values)
    else yield rowOf(line, columns, values)
  }
  if (columns === undefined) {
    throw new ImportFileError('The file is empty: its first line has to name the columns')
  }
}

const misquoted =
  'has a quotation mark in the wrong place or one that is not closed: nothing from here on was read'

function columnsOf(names: readonly string[]): readonly string[] {
  if (!names.includes('instanceId')) {
    const rule = 'it has to name the columns, with commas between them'
    throw new ImportFileError(`The first line names no column instanceId: ${rule}`)
  }
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index)
  if (twice !== undefined) throw new ImportFileError(`The column ${twice} is named twice`)
  return names
}

function rowOf(line: number, columns: readonly string[], values: readonly string[]): CsvRow {
  if (values.length !== columns.length) {
    const fault = `has ${values.length} cells where the header has ${columns.length}`
    return { line, cells: {}, fault }
  }
  const cells = columns.map((name, index) => [name, values[index] ?? ''] as const)
  return { line, cells: Object.fromEntries(cells.filter(([, value]) => value !== '')) }
}

/**
 * The members of an import that a row stands for, before the contract has validated them. `orders`
 * holds `role:orderId` or `role:orderId/orderLineId`, with blanks between them; who bought stands in
 * columns that begin with `buyer.`.
 */
export function membersOf({ cells }: CsvRow): Record<string, unknown> {
  const { appInfo, buyer, own } = Object.groupBy(Object.entries(cells), ([name]) => partOf(name))
  return {
    ...Object.fromEntries(own ?? []),
    ...(appInfo && { appInfo: Object.fromEntries(appInfo) }),
    ...(buyer && {
      buyer: Object.fromEntries(buyer.map(([name, value]) => [name.slice(ofBuyer.length), value])),
    }),
    ...(cells['orders'] !== undefined && { orders: ordersIn(cells) }),
  }
}

/** What the columns of who bought begin with. */
export const ofBuyer = 'buyer.'

function partOf(name: string): 'appInfo' | 'buyer' | 'own' {
  if (addresses.some((one) => one === name)) return 'appInfo'
  return name.startsWith(ofBuyer) ? 'buyer' : 'own'
}

/** The orders that a row names; none if it has no such cell. */
export function ordersIn({ orders }: CsvRow['cells']): Partial<ImportedOrder>[] {
  return orders === undefined ? [] : orders.split(/\s+/).map(orderIn)
}

type ImportedOrder = ManagementSchemas['ImportedOrder']

function orderIn(text: string): Partial<ImportedOrder> {
  const [, role = '', orderId = '', orderLineId] = /^([^:]*):([^/]*)(?:\/(.*))?$/.exec(text) ?? []
  const order = { role, orderId, ...(orderLineId !== undefined && { orderLineId }) }
  // What the contract refuses is told with its words.
  return order as ImportedOrder
}
