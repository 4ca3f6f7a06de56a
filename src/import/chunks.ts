import { type CsvRow, ordersIn } from './csv-rows.ts'

const mostRows = 100
// A row may name 200 orders.
const mostNames = 2_000

/** Rows that can be imported together: no two of them name one instance or one order. */
export async function* chunks(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let chunk: CsvRow[] = []
  let named = new Set<string>()
  for await (const row of rows) {
    const names = namesIn(row)
    const isFull = chunk.length === mostRows || named.size + names.length > mostNames
    if (isFull || names.some((name) => named.has(name))) {
      yield chunk
      ;[chunk, named] = [[], new Set()]
    }
    chunk.push(row)
    for (const name of names) named.add(name)
  }
  if (chunk.length > 0) yield chunk
}

function namesIn({ cells, fault }: CsvRow): string[] {
  if (fault !== undefined) return []
  const { instanceId = '', orderId = '' } = cells
  const named = ordersIn(cells).map((order) => order.orderId ?? '')
  return [`instance ${instanceId}`, ...[orderId, ...named].map((id) => `order ${id}`)]
}
