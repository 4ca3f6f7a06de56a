// npm run bench: the service beside programs of a few lines, on the same Postgres and in turns.
// Nothing here is a test. Times depend on the machine and are printed for information; the goals are
// ratios, which hardly depend on it.
import type pg from 'pg'
import { createDatabase, overTcp, startPostgres, withClient } from '../test/harness/postgres.ts'
import { type Contender, startContenders } from './bench/arena.ts'
import type { Name } from './bench/contenders.ts'
import { measureDeliveries } from './bench/measures/deliveries.ts'
import { measureEventCost } from './bench/measures/event-cost.ts'
import { fullLoadLines, measureFullLoad } from './bench/measures/full-load.ts'
import { measureGrowth } from './bench/measures/growth.ts'
import { measureKit } from './bench/measures/kit.ts'
import { measureLatency } from './bench/measures/latency.ts'
import { measureOrders } from './bench/measures/orders.ts'
import { measureStarts } from './bench/measures/starts.ts'
import { measureUsageIntake } from './bench/measures/usage-intake.ts'
import { measureUsagePush } from './bench/measures/usage-push.ts'
import { readPlan, type Section } from './bench/plan.ts'
import { valueLine } from './bench/report.ts'

const plan = readPlan(process.argv.slice(2))
const latencyWindows = { rounds: plan.latencyRounds, seconds: plan.latencySeconds }

const benches: Record<Section, (postgresUrl: string) => Promise<void>> = {
  purchases: (url) => withClient(url, (server) => benchPurchases(url, server)),
  orders: (url) => section('Orders', () => measureOrders(url)),
  deliveries: (url) => withClient(url, (server) => benchDeliveries(url, server)),
  usage: (url) =>
    section('Usage intake', () =>
      measureUsageIntake(url, { rounds: plan.deliveryRounds, seconds: plan.seconds }),
    ),
  'usage-push': (url) => section('Usage push', () => measureUsagePush(url, plan.rows)),
  kit: (url) => section('Kit', async () => measureKit(await createDatabase(url, 'empty'))),
  starts: (url) => section('First starts', () => measureStarts(url, plan.starts)),
  growth: (url) => section('Growth', () => measureGrowth(url, plan.rows, latencyWindows)),
}

async function benchPurchases(postgresUrl: string, server: pg.Client): Promise<void> {
  const contenders = await startContenders(postgresUrl, server)
  await section('Full load, new orders', () => fullLoad(contenders, 0, plan.rounds))
  const { service, lean, Express, Fastify } = contenders
  for (const repeats of [0.1, 0.5]) {
    await section('Full load with repeats', () =>
      fullLoad({ service, lean, Express, Fastify }, repeats, plan.repeatRounds),
    )
  }
  await section('Memory after the load', () =>
    Promise.resolve([
      valueLine('resident, service', service.program.residentMb(), 'MB'),
      valueLine('resident, lean', lean.program.residentMb(), 'MB'),
    ]),
  )
  await section('Latency', () => measureLatency({ service, lean }, latencyWindows))
  for (const { program } of Object.values(contenders)) await program.stop()
}

async function benchDeliveries(postgresUrl: string, server: pg.Client): Promise<void> {
  const { deliveries: events, deliveryRounds: rounds, latencySeconds, seconds } = plan
  await section('Deliveries', () =>
    measureDeliveries(postgresUrl, server, { events, rounds, latencySeconds }),
  )
  await section('What one endpoint costs a purchase', () =>
    measureEventCost(postgresUrl, server, { rounds, seconds }),
  )
}

type Subjects = Partial<Record<Name, Contender>> & { readonly service: Contender }

async function fullLoad(subjects: Subjects, repeats: number, rounds: number): Promise<string[]> {
  const load = { rounds, seconds: plan.seconds, repeats }
  return fullLoadLines(await measureFullLoad(subjects, load), repeats)
}

async function section(title: string, measure: () => Promise<string[]>): Promise<void> {
  const lines = await measure()
  console.log([`\n${title}`, ...lines].join('\n'))
}

// As in production: what a commit costs is half of what is compared.
const postgres = await startPostgres({ durable: true })
// By TCP, as from another machine.
const url = overTcp(postgres.url).href
try {
  for (const name of plan.sections) await benches[name](url)
} finally {
  await postgres.stop()
}
