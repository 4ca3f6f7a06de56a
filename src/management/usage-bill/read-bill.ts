import { isUtf8 } from 'node:buffer'
import { pipeline } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { type BillLine, type LineFault, readBillLine } from '../../domain/usage-bill/bill-line.ts'
import {
  type BillColumns,
  type BillMember,
  type ColumnFault,
  type NamedColumns,
  billMembers,
  findColumns,
} from '../../domain/usage-bill/columns.ts'
import { type FaultyField, faultyRequest } from '../problem.ts'

/** A file of a bill that could be read whole. */
export interface ReadBill {
  readonly encoding: string
  readonly columns: readonly { readonly member: BillMember; readonly header: string }[]
  readonly lines: readonly BillLine[]
}

// A title may stand above the headers.
const mostAbove = 10
const mostFaults = 20
// A file of nothing but commas would be a record of millions of columns.
const mostColumns = 500
const mostRecordBytes = 256 * 1024

/**
 * Reads the file of a bill. Throws Problem 400 that names every missing column, or the records that cannot
 * be read: half a bill would tell of usage that is not billed.
 */
export async function readBill(bytes: Buffer, named: NamedColumns): Promise<ReadBill> {
  const encoding = encodingOf(bytes)
  const reader = createReader(named)
  const delimiter = delimiterOf(startOf(bytes, encoding))
  const records = parse({
    ...{ delimiter, record_delimiter: ['\r\n', '\n', '\r'] },
    ...{ relax_column_count: true, relax_quotes: true, trim: true },
    max_record_size: mostRecordBytes,
  })
  try {
    // With pipe, the records would never end where the bytes are no text.
    const piped = pipeline(decoded(bytes, encoding), records, () => undefined)
    for await (const values of piped as AsyncIterable<string[]>) reader.take(values)
  } catch (error) {
    // Of its own faults the parser says the line.
    if (error instanceof CsvError) throw unreadable(error.message)
    throw error
  }
  return { encoding, ...reader.end() }
}

interface Header {
  readonly headers: readonly string[]
  readonly columns: BillColumns
}

function createReader(named: NamedColumns) {
  const above: { readonly headers: readonly string[]; readonly faults: readonly ColumnFault[] }[] =
    []
  const lines: BillLine[] = []
  const faults: LineFault[] = []
  let header: Header | undefined
  let line = 0
  const takeHeader = (headers: readonly string[]) => {
    const found = findColumns(headers, named)
    if (found.faults.length === 0) header = { headers, columns: found.columns }
    else if (above.length < mostAbove) above.push({ headers, faults: found.faults })
    else throw missing(above)
  }
  return {
    take(values: readonly string[]) {
      if (values.length > mostColumns) throw unreadable(`has more than ${mostColumns} columns`)
      if (values.every((value) => value === '')) return
      if (header === undefined) {
        takeHeader(values)
        return
      }
      line += 1
      const read = readBillLine(values, header.columns, line)
      if (read === undefined) return
      if ('message' in read) faults.push(read)
      else lines.push(read)
      if (faults.length >= mostFaults) throw faultyLines(faults)
    },
    end() {
      if (header === undefined) throw missing(above)
      if (faults.length > 0) throw faultyLines(faults)
      if (lines.length === 0) throw unreadable('the file holds no record of usage')
      return { columns: namesOf(header), lines }
    },
  }
}

function namesOf({ headers, columns }: Header) {
  return billMembers.flatMap((member) => {
    const place = columns[member]
    return place === undefined ? [] : [{ member, header: (headers[place] ?? '').slice(0, 256) }]
  })
}

// The record that comes nearest to headers is meant.
function missing(above: readonly { readonly faults: readonly ColumnFault[] }[]) {
  const [nearest] = above.toSorted((one, other) => one.faults.length - other.faults.length)
  if (nearest === undefined) return unreadable('the file is empty')
  return faultyRequest(
    nearest.faults.map(({ member, message }) => ({ field: `${member}Column`, message })),
  )
}

function faultyLines(faults: readonly LineFault[]) {
  return faultyRequest(faults.map(({ message }): FaultyField => ({ field: 'body', message })))
}

function unreadable(message: string) {
  return faultyRequest([{ field: 'body', message }])
}

const utf16Marks: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
]

// GB 18030 holds all of GBK, which is what spreadsheets in China save.
function encodingOf(bytes: Buffer): string {
  const marked = utf16Marks.find(([mark]) => bytes.subarray(0, 2).equals(mark))
  return marked?.[1] ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030')
}

const pieceBytes = 16 * 1024

// In pieces, so that nothing else waits for a large file.
async function* decoded(bytes: Buffer, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const text = (piece?: Buffer) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      throw unreadable('is neither UTF-8, UTF-16 with a byte order mark nor GBK')
    }
  }
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield text(bytes.subarray(at, at + pieceBytes))
    await nextTurn()
  }
  yield text()
}

function startOf(bytes: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, pieceBytes))
}

/** Of commas, semicolons and tabs the one that the lines at the beginning have most of. */
function delimiterOf(start: string): string {
  const head = start.split(/\r\n|\n|\r/, mostAbove).join('\n')
  const counted = [',', ';', '\t'].map((one) => ({ one, count: head.split(one).length }))
  const [first] = counted.toSorted((one, other) => other.count - one.count)
  return first?.one ?? ','
}
