import { type CsvRow, ordersIn } from './csv-rows.ts'

const mostRows = 100

/** Rows that can be imported together: no two of them name one instance or one order. */
export async function* chunks(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let chunk: CsvRow[] = []
  let named = new Set<string>()
  for await (const row of rows) {
    const names = namesIn(row)
    if (chunk.length === mostRows || names.some((name) => named.has(name))) {
      yield chunk
      ;[chunk, named] = [[], new Set()]
    }
    chunk.push(row)
    for (const name of names) named.add(name)
  }
  if (chunk.length > 0) yield chunk
}

function namesIn({ cells }: CsvRow): string[] {
  const { instanceId = '', orderId = '' } = cells
  const named = ordersIn(cells).map((order) => order.orderId ?? '')
  return [`instance ${instanceId}`, ...[orderId, ...named].map((id) => `order ${id}`)]
}
