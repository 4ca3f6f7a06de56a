import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestService } from '../harness/service.ts'
import { type Catalog, readCatalog } from './catalog.ts'
import { faultsOf, smallTables } from './faults.ts'
import { startFilled } from './filled.ts'
import { indexesOfOthers } from './indexes-of-others.ts'
import { type PlacedStep, connectAsLists, explain, shortText } from './plan.ts'
import { readPages } from './read-pages.ts'
import { type Recorder, type Statement, recordStatements } from './recorded.ts'
import { type PageRequest, readOperations, requestsOf } from './requests.ts'
import { claimMore } from './statistics.ts'
import { type Ids, readIds } from './values.ts'

// The planner is told of a million; so few show how their values are spread.
const instances = 1_000

let service: TestService
let client: pg.Client
let recorder: Recorder
let ids: Ids
let catalog: Catalog

beforeAll(async () => {
  recorder = recordStatements()
  service = await startFilled(instances)
  ids = await readIds(service.db)
  // What is read whole has no index then.
  client = await connectAsLists(service.databaseUrl, { enable_seqscan: 'off' })
  await claimMore(client, 1_000_000 / instances)
  catalog = await readCatalog(client)
})
afterAll(async () => {
  recorder.stop()
  await client.end()
  await service.stop()
})

/** A statement, the request that it was sent for first, and its plan. */
interface Planned {
  readonly statement: Statement
  readonly request: PageRequest
  readonly steps: readonly PlacedStep[]
}

const planned = new Map<string, Planned>()

async function planAll(request: PageRequest): Promise<void> {
  recorder.take()
  await readPages(service, request, { andDeep: request.kind !== 'two at once' })
  for (const statement of recorder.take()) {
    const key = JSON.stringify([statement, request.kind === 'two at once'])
    if (planned.has(key)) continue
    planned.set(key, { statement, request, steps: await explain(client, statement) })
  }
}

const judge = (request: PageRequest, steps: readonly PlacedStep[]) =>
  faultsOf(steps, { ...request, catalog, isExact: true })

describe('with a million instances no page reads, sorts or looks through what it does not show', () => {
  test.each(readOperations.map((one) => [one.operationId, one] as const))(
    '%s',
    async (name, operation) => {
      for (const request of requestsOf(operation, ids)) await planAll(request)
      const faults = [...planned.values()]
        .filter(({ request }) => request.operationId === name)
        .flatMap(({ request, steps, statement }) =>
          judge(request, steps).map(
            (fault) => `${fault} for ${request.path} in ${shortText(statement)}`,
          ),
        )
      expect([...new Set(faults)]).toEqual([])
    },
  )
})

test('each index of a large table is missed by a page, or is named with whom it is for', async () => {
  const needless: string[] = []
  for (const { name, table, isUnique } of catalog.indexes) {
    if (isUnique || smallTables.has(table) || name in indexesOfOthers) continue
    if (!(await isMissed(name))) needless.push(name)
  }
  expect(needless).toEqual([])
  const names = catalog.indexes.map(({ name }) => name)
  expect(Object.keys(indexesOfOthers).filter((name) => !names.includes(name))).toEqual([])
})

/** Whether a page has a fault without an index. */
async function isMissed(index: string): Promise<boolean> {
  const users = [...planned.values()].filter(({ steps }) =>
    steps.some((step) => catalog.wholeOf(step['Index Name'] ?? '') === index),
  )
  await client.query('begin')
  try {
    await client.query(`drop index ${index}`)
    for (const { request, statement } of users) {
      if (judge(request, await explain(client, statement)).length > 0) return true
    }
    return false
  } finally {
    await client.query('rollback')
  }
}
