import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { ManagementSchemas } from '../contract/index.ts'

/** A row of the file by its columns; empty cells are left out. */
export interface CsvRow {
  /** The line at which it begins, counted from 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

const addresses = ['frontEndUrl', 'adminUrl', 'userName', 'password', 'memo'] as const

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark) whose first line names its
 * columns. Throws what csv-parse throws for a file that is none, and what the system says of one that
 * cannot be read.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  const options = { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }
  // The rows end with what the file fails with, of which pipe would tell them nothing.
  const rows = pipeline(createReadStream(path), parse(options), () => undefined)
  for await (const { record, info } of rows as AsyncIterable<Parsed>) {
    const filled = Object.entries(record).filter(([, value]) => value !== '')
    yield { line: info.lines, cells: Object.fromEntries(filled) }
  }
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
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

const ofBuyer = 'buyer.'

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
