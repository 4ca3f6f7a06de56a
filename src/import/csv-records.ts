import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'

/** A file that cannot be imported at all: the message is one sentence for a person. */
export class ImportFileError extends Error {}

/** A line of the file, or several if a cell breaks them. */
export interface FileRecord {
  /** The line at which it begins, counted from 1. */
  readonly line: number
  /** None where its quotation marks do not fit. */
  readonly values?: readonly string[]
}

/**
 * The records of a file, without the empty ones; one whose quotation marks do not fit is the last.
 * Throws ImportFileError if it is not text.
 */
export async function* recordsOf(path: string): AsyncGenerator<FileRecord> {
  // An error would drop the records that were read and not yet taken: it comes after them, as one.
  const parser = parse({
    // One file may mix them, and csv-parse would go by the first.
    record_delimiter: ['\r\n', '\n', '\r'],
    ...{ trim: true, info: true, relax_column_count: true, skip_records_with_error: true },
    on_skip: () => void parser.push({}),
  })
  // The records end with what the file fails with, of which pipe would tell them nothing.
  const parsed = pipeline(createReadStream(path), decode, parser, () => undefined)
  let [line, counted] = [1, 0]
  for await (const { record: values, info } of parsed as AsyncIterable<Partial<Parsed>>) {
    if (values === undefined || info === undefined) {
      yield { line }
      return
    }
    if (values.length > 1 || values[0] !== '') yield { line, values }
    // csv-parse counts CRLF in a cell as two lines.
    counted += values.join().split('\r\n').length - 1
    line = info.lines - counted + 1
  }
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The text of a file, in pieces. A U+FFFD stands for bytes that are no text, or did when it was written. */
async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder
  let line = 1
  const checked = (text: string) => {
    const [before = '', ...others] = text.split('\uFFFD', 2)
    line += before.split('\n').length - 1
    if (others.length > 0) {
      const again = 'mend it and import it again, rows that are in already stay unchanged'
      throw new ImportFileError(`line ${line}: is not UTF-8, or holds U+FFFD: ${again}`)
    }
    return text
  }
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    yield checked(decoder.decode(chunk, { stream: true }))
  }
  yield checked(decoder?.decode() ?? '')
}
