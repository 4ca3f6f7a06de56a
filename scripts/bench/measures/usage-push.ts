import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import {
  closeServer,
  listenOnLoopback,
  sendJson,
} from '../../../src/simulator/api/loopback-http.ts'
import { withClient } from '../../../test/harness/postgres.ts'
import { withTables } from '../arena.ts'
import { startService } from '../contenders.ts'
import { medianUnder, textLine, valueLine } from '../report.ts'

const everyMs = 500

/** How fast so many waiting usage records are pushed to a store that takes all, and what memory that takes. */
export async function measureUsagePush(postgresUrl: string, windows: number): Promise<string[]> {
  const databaseUrl = await withTables(postgresUrl)
  await fill(databaseUrl, windows)
  const store = await startTakingStore()
  const service = await startService(databaseUrl, {
    settings: {
      KOOGATE_STORE_URL: store.url.origin,
      ...{ KOOGATE_STORE_AK: 'bench', KOOGATE_STORE_SK: 'bench' },
    },
  })
  const startedAt = performance.now()
  const memory: { readonly taken: number; readonly mb: number }[] = []
  while (store.taken() < windows) {
    await wait(everyMs)
    memory.push({ taken: store.taken(), mb: service.residentMb() })
  }
  const seconds = (performance.now() - startedAt) / 1000
  await service.stop()
  await store.close()
  // From the first tenth on: until then it is still started.
  const steady = memory.filter(({ taken }) => taken > windows / 10).map(({ mb }) => mb)
  const [first = 0] = steady
  const at = (part: number) => steady[Math.floor((steady.length - 1) * part)] ?? 0
  return [
    valueLine(`usage records pushed a second, ${windows} waiting`, windows / seconds, ''),
    textLine(
      'resident at 10 %, 50 %, 100 %',
      `${first.toFixed(0)}, ${at(0.5).toFixed(0)}, ${at(1).toFixed(0)} MB`,
    ),
    valueLine('resident, most / at 10 %', Math.max(...steady) / first, '', medianUnder(1.5, '')),
  ]
}

async function fill(databaseUrl: string, windows: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
        end_time, value, records, state, seal_at, next_at, deadline, created_at, updated_at)
      select gen_random_uuid(), 'china', 'main', false, 'instance-' || n % 1000, '',
        now() - interval '10 days' + (n / 1000) * interval '1 second',
        now() - interval '10 days' + (n / 1000 + 1) * interval '1 second', 1.5, 1, 'ready', now(),
        now() - interval '1 day', now() + interval '10 days', now(), now()
      from generate_series(1, $1) n`,
      [windows],
    )
    await client.query('vacuum analyze usage_windows')
  })
}

/** A store that takes every push and counts its records. */
async function startTakingStore() {
  let taken = 0
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (text += part))
    request.on('end', () => {
      taken += text.split('"metering_sn"').length - 1
      sendJson(response, { status: 200, body: { error_code: 'MKT.0000', error_msg: 'success' } })
    })
  })
  const url = await listenOnLoopback(server, 0)
  return { url, taken: () => taken, close: () => closeServer(server) }
}
