import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listSettings } from '../../src/db/database.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { isLong } from '../harness/scale.ts'
import type { TestService } from '../harness/service.ts'
import { deeper } from './deeper.ts'
import { startFilled } from './filled.ts'
import { emptyTables, explain, faultsOf } from './plan.ts'
import { type Recorder, recordStatements } from './recorded.ts'
import { type PageRequest, readOperations, requestsOf } from './requests.ts'
import { sizes } from './seed/sizes.ts'
import { claimMore } from './statistics.ts'
import { type Ids, readIds } from './values.ts'

let service: TestService
let client: pg.Client
let recorder: Recorder
let ids: Ids
let empty: ReadonlySet<string>

beforeAll(async () => {
  recorder = recordStatements()
  service = await startFilled()
  ids = await readIds(service.db)
  client = new pg.Client({ connectionString: service.databaseUrl })
  await client.connect()
  for (const [name, value] of Object.entries(listSettings)) {
    await client.query(`set ${name} = ${value}`)
  }
  empty = await emptyTables(client)
  if (!isLong) await claimMore(client, 1_000_000 / sizes.instances)
})
afterAll(async () => {
  recorder.stop()
  await client.end()
  await service.stop()
})

// Half of what is kept lies behind it.
const deep = new Date(Date.now() - 40 * 86_400_000)

/** Reads a page and, where there is more, one far behind it. */
async function read({ path }: PageRequest): Promise<string[]> {
  const { body } = await get(path)
  const { nextCursor } = body
  if (typeof nextCursor !== 'string') return [path]
  const next = `${path}${path.includes('?') ? '&' : '?'}cursor=${deeper(nextCursor, deep)}`
  await get(next)
  return [path, next]
}

async function get(path: string) {
  const answer = await sendTo(service, path, {
    headers: { authorization: `Bearer ${service.managementToken}` },
  })
  expect([200, 404], `${path}: ${answer.text}`).toContain(answer.status)
  return answer
}

const operations = readOperations.map((one) => [one.operationId, one] as const)

describe('no page reads or sorts a whole table', () => {
  test.each(operations)('%s', async (_name, operation) => {
    const faults: string[] = []
    for (const request of requestsOf(operation, ids)) {
      recorder.take()
      await read(request)
      for (const statement of recorder.take()) {
        const found = faultsOf(await explain(client, statement), { ...request, empty })
        faults.push(...found.map((fault) => `${request.path}: ${fault}`))
      }
    }
    expect(faults).toEqual([])
  })
})

const rounds = 5
const mostMs = 300

describe.runIf(isLong)('every page answers within 300 ms, of 100 at least 95 times', () => {
  test.each(operations)('%s', async (_name, operation) => {
    const paths: string[] = []
    const taken: { readonly path: string; readonly ms: number }[] = []
    for (const request of requestsOf(operation, ids)) paths.push(...(await read(request)))
    const times = []
    for (const path of paths) {
      const all = []
      for (let round = 0; round < rounds; round += 1) all.push(await timeOf(path))
      taken.push({ path, ms: quantile(all, 0.5) })
      times.push(...all)
    }
    const p95 = quantile(times, 0.95)
    const [slowest] = taken.toSorted((a, b) => b.ms - a.ms)
    const { path = '', ms = 0 } = slowest ?? {}
    console.log(
      `${operation.operationId}: ${paths.length} addresses, p95 ${p95.toFixed(0)} ms, ` +
        `slowest ${ms.toFixed(0)} ms ${path}`,
    )
    for (const t of taken) if (t.ms > 100) console.log('SLOW', t.ms.toFixed(0), t.path)
    expect(p95).toBeLessThan(mostMs)
  })
})

async function timeOf(path: string): Promise<number> {
  const began = performance.now()
  await get(path)
  return performance.now() - began
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
