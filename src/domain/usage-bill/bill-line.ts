import { isStorable } from '../storable-text.ts'
import { type BillTime, readBillTime } from './bill-time.ts'
import type { BillColumns, BillMember } from './columns.ts'

/** A record of a bill. */
export interface BillLine {
  /** Which record of the file it is, the header not counted. */
  readonly line: number
  readonly instanceId: string
  readonly beginTime: BillTime
  readonly endTime: BillTime
  /** Decimal text. */
  readonly value: string
  readonly meteringSn: string | null
  /** The word of the column for the state. */
  readonly state: string | null
}

/** Why a record cannot be read. */
export interface LineFault {
  readonly line: number
  readonly message: string
}

/** A record of the file; undefined for an empty line, and for a sum, which has no times. */
export function readBillLine(
  values: readonly string[],
  columns: BillColumns,
  line: number,
): BillLine | LineFault | undefined {
  const cell = (member: BillMember) => plainCell(values[columns[member] ?? -1] ?? '')
  const [instanceId, begin, end] = [cell('instanceId'), cell('beginTime'), cell('endTime')]
  if (begin === '' && end === '') return undefined
  const [beginTime, endTime] = [readBillTime(begin), readBillTime(end)]
  const value = readValue(cell('value'))
  const fault = (message: string): LineFault => ({ line, message: `record ${line}: ${message}` })
  if (instanceId === '' || instanceId.length > mostId) return fault('instanceId is not an id')
  if (beginTime === undefined) return fault(`beginTime is not a time: ${short(begin)}`)
  if (endTime === undefined) return fault(`endTime is not a time: ${short(end)}`)
  if (endTime.time < beginTime.time) return fault('endTime is before beginTime')
  if (value === undefined) return fault(`value is not a number: ${short(cell('value'))}`)
  if (!values.every(isStorable)) return fault('holds characters that are not text')
  const [meteringSn, state] = [cell('meteringSn') || null, cell('state') || null]
  return { line, instanceId, beginTime, endTime, value, meteringSn, state: state && short(state) }
}

const mostId = 64
const mostWord = 256

function short(text: string): string {
  return text.slice(0, mostWord).toWellFormed()
}

/** A cell without what makes a spreadsheet take it for text: `="1"`, `'1`. */
function plainCell(cell: string): string {
  const text = cell.trim()
  return /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '')
}

// Digits before the point as many as a sum may have; behind it four, as the store counts.
function readValue(text: string): string | undefined {
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  const [, whole, decimals = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(digits) ?? []
  const told = decimals.replace(/0+$/, '')
  if (whole === undefined || told.length > 4) return undefined
  return told === '' ? whole : `${whole}.${told}`
}

/**
 * Whether a word of the column for the state reads like a refusal. The words are documented nowhere: any
 * other is taken for billed, and shown to the operator.
 */
export function readsLikeRefusal(word: string): boolean {
  return /失败|异常|无效|拒绝|错误|重复|过期|fail|abnormal|invalid|reject|error|duplicate|expired/i.test(
    word,
  )
}
