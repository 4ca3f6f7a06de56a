import { createSchemaValidator } from '../contract/index.ts'
import type { Services } from '../calls/services.ts'
import { createFindPurchase } from '../db/instance/find-purchase.ts'
import { inDryRun } from '../db/dry-run.ts'
import type { Address } from '../domain/address.ts'
import { isStorable } from '../domain/storable-text.ts'
import { managementFormats } from '../domain/management-formats.ts'
import { firstViolation, validationMessage } from '../contract/validation-message.ts'
import { importInstances } from '../management/import-instance.ts'
import { addressOf } from '../management/imports.ts'
import type { Import, InstanceImport } from '../management/instance-import.ts'
import { Problem } from '../management/problem.ts'
import { chunks } from './chunks.ts'
import { type CsvRow, membersOf, ofBuyer } from './csv-rows.ts'

/** A row that was not taken, and why. */
export interface RefusedRow {
  readonly line: number
  readonly message: string
}

/** What an import came to. */
export interface ImportReport {
  readonly created: number
  readonly completed: number
  readonly unchanged: number
  readonly refused: readonly RefusedRow[]
}

/** How rows are imported. */
export interface ImportOptions {
  readonly addresses: ReadonlyMap<string, Address>
  /** Everything is tried, and undone. */
  readonly isDryRun: boolean
}

/** Imports rows, the first ones first; one that is refused keeps none of the others. */
export function importRows(
  rows: AsyncIterable<CsvRow>,
  options: ImportOptions,
  services: Services,
): Promise<ImportReport> {
  if (!options.isDryRun) return importAll(rows, options, services)
  return inDryRun(services.db, (db) => {
    const findPurchase = createFindPurchase(db, services.vault)
    return importAll(rows, options, { ...services, db, findPurchase })
  })
}

async function importAll(
  rows: AsyncIterable<CsvRow>,
  { addresses }: ImportOptions,
  services: Services,
): Promise<ImportReport> {
  const read = createReader()
  const counts = { created: 0, completed: 0, unchanged: 0 }
  const refused: RefusedRow[] = []
  for await (const chunk of chunks(rows)) {
    const given = chunk.map((row) => orProblem(() => importOf(read(row), addresses)))
    const imports = given.flatMap((one) => (one instanceof Problem ? [] : one))
    const outcomes = [...(await importInstances(imports, services))]
    for (const [index, { line }] of chunk.entries()) {
      const outcome = given[index] instanceof Problem ? given[index] : outcomes.shift()
      if (outcome instanceof Problem) refused.push({ line, message: messageOf(outcome) })
      else if (outcome !== undefined) counts[outcome] += 1
    }
  }
  return { ...counts, refused }
}

function importOf(given: InstanceImport, addresses: ImportOptions['addresses']): Import {
  return { given, address: addressOf(given, { addresses }) }
}

function orProblem<Value>(read: () => Value): Value | Problem {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Makes what reads a row by the contract. Throws Problem 400. */
function createReader(): (row: CsvRow) => InstanceImport {
  const validate = createSchemaValidator('management', 'InstanceImport', managementFormats, {
    coerceTypes: true,
  })
  return (row) => {
    if (row.fault !== undefined) throw new Problem(400, row.fault)
    const members = membersOf(row)
    const violation = firstViolation(validate(members))
    if (violation !== undefined) throw new Problem(400, validationMessage(violation))
    const odd = Object.entries(row.cells).find(([, value]) => !isStorable(value))
    if (odd !== undefined) throw new Problem(400, `${odd[0]} holds characters that are not text`)
    // It has the form of the contract now.
    const given = members as unknown as InstanceImport
    const repeated = repeatedOrder(given)
    if (repeated !== undefined) throw new Problem(400, repeated)
    return given
  }
}

/** What is wrong with a row whose orders are not all different ones, its purchase among them. */
function repeatedOrder({ orders = [], ...purchase }: InstanceImport): string | undefined {
  const own = orderName(purchase)
  const names = orders.map(orderName)
  if (names.includes(own)) return `orders names the purchase itself: ${own}`
  const twice = names.find((name, index) => names.indexOf(name) < index)
  return twice && `orders names an order twice: ${twice}`
}

function orderName(order: Pick<InstanceImport, 'orderId' | 'orderLineId'>): string {
  return order.orderLineId === undefined ? order.orderId : `${order.orderId}/${order.orderLineId}`
}

/** Why a row was refused, the field at its beginning as its column is named, of `orders` which of them. */
function messageOf({ message, errors = [] }: Problem): string {
  const [fault] = errors
  const told = fault === undefined ? message : `${fault.field} ${fault.message}`
  return told
    .replace(/^appInfo\//, '')
    .replace(/^buyer\//, ofBuyer)
    .replace(
      /^orders\/(\d+)\/(?=\w)/,
      (_all, index: string) => `orders, number ${Number(index) + 1}: `,
    )
    .replace(/^orders\/(\d+) /, (_all, index: string) => `orders, number ${Number(index) + 1} `)
}
