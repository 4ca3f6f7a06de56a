// npm run bench: the service and a bare program side by side, on the same Postgres, in one run.
// Nothing here is a test: the numbers depend on the machine, the ratio hardly does.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, makeTemplate, startPostgres } from '../test/harness/postgres.ts'
import { measureKit } from './bench/kit.ts'
import { type Load, measureMost, measureSteady, purchase } from './bench/load.ts'
import { type Program, startProgram } from './bench/program.ts'

const key = randomBytes(16).toString('hex')
const kitKey = randomBytes(16).toString('hex')
const secret = randomBytes(32).toString('base64')
const connections = 32
const rounds = 11
const secondsARound = 3
const steadyRate = 300
const steadySeconds = 10

// As npm start does; and as the very first start, which finds nothing compiled.
const serviceCommand = ['--max-semi-space-size=8', 'src/start.js']
const firstCommand = ['--max-semi-space-size=8', 'src/main.ts']

const goals = {
  ratio: 0.75,
  p99Ms: 40,
  readyMs: 1_500,
  readyEmbeddedMs: 4_000,
  residentMb: 200,
  allOrgSyncMs: 3_000,
  authSyncMs: 300,
  kitResidentMb: 400,
}

async function bench(): Promise<void> {
  await startOnce()
  const service = await startService(await createDatabase(postgres.url))
  const bare = await startBare(await createDatabase(postgres.url))
  await Promise.all([warmUp(service), warmUp(bare)])
  const pairs = await alternate(service, bare)
  const ratio = median(pairs.map(([ours, theirs]) => ours / theirs))
  row('purchases a second, service', `${Math.round(median(pairs.map(([ours]) => ours)))}`)
  row('purchases a second, bare program', `${Math.round(median(pairs.map(([, bare]) => bare)))}`)
  row('service / bare', ratio.toFixed(2), `at least ${goals.ratio}`, ratio >= goals.ratio)
  const residentMb = service.residentMb()
  const p99Ms = await measureSteady(loadOf(service, steadySeconds), steadyRate)
  row(
    `p99 at ${steadyRate} calls a second`,
    `${p99Ms} ms`,
    `under ${goals.p99Ms} ms`,
    p99Ms < goals.p99Ms,
  )
  // A missed goal beside a bare program that is as late speaks of the machine.
  const bareP99Ms = await measureSteady(loadOf(bare, steadySeconds), steadyRate)
  row('the same, bare program', `${bareP99Ms} ms`)
  row(
    'resident after the load',
    `${residentMb} MB`,
    `under ${goals.residentMb} MB`,
    residentMb < goals.residentMb,
  )
  await service.stop()
  await bare.stop()
  await benchKit()
  row('ready, bare program (it makes nothing)', `${bare.readyMs} ms`)
  await benchStarts()
}

async function benchKit(): Promise<void> {
  const kit = await startService(await createDatabase(postgres.url))
  const measured = await measureKit(kit, kitKey)
  await kit.stop()
  const within = (what: string, value: number, goal: number, unit = 'ms') =>
    row(what, `${value} ${unit}`, `under ${goal} ${unit}`, value < goal)
  within('allOrgSync of 50,000 departments, the first', measured.allOrgSyncMs, goals.allOrgSyncMs)
  within('allOrgSync of 50,000, every one renamed', measured.allOrgSyncAgainMs, goals.allOrgSyncMs)
  within('authSync of 500 users', measured.authSyncMs, goals.authSyncMs)
  within('resident after the kit', measured.residentMb, goals.kitResidentMb, 'MB')
}

// One after the other, again and again: what else the machine does meets both alike.
async function alternate(service: Program, bare: Program): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round++) {
    pairs.push([await most(service, secondsARound), await most(bare, secondsARound)])
  }
  return pairs
}

async function benchStarts(): Promise<void> {
  const empty = await createDatabase(postgres.url, 'empty')
  const fresh = await startService(empty, firstCommand)
  const { readyMs } = fresh
  await fresh.stop()
  row(
    'ready on an empty Postgres',
    `${readyMs} ms`,
    `within ${goals.readyMs} ms`,
    readyMs <= goals.readyMs,
  )
  const folder = mkdtempSync(join(tmpdir(), 'koogate-bench-'))
  const embedded = await startProgram(firstCommand, { DATA_DIR: folder, LOG_LEVEL: 'warn' })
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
  const isSoon = embedded.readyMs <= goals.readyEmbeddedMs
  row(
    'ready on the embedded default, first start',
    `${embedded.readyMs} ms`,
    `within ${goals.readyEmbeddedMs} ms`,
    isSoon,
  )
}

/** Leaves behind what was compiled, as every start does for the next one. */
async function startOnce(): Promise<void> {
  const service = await startService(await createDatabase(postgres.url))
  await service.stop()
}

function startService(databaseUrl: string, command = serviceCommand): Promise<Program> {
  return startProgram(command, {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    KOOGATE_BASIC_KEY: key,
    KOOGATE_KIT_KEY: kitKey,
    KOOGATE_SECRET_KEY: secret,
    KOOGATE_MANAGEMENT_TOKEN: randomBytes(16).toString('hex'),
    KOOGATE_FRONT_END_URL: 'https://app.example.com/{instanceId}',
  })
}

function startBare(databaseUrl: string): Promise<Program> {
  const settings = { DATABASE_URL: databaseUrl, BENCH_KEY: key, BENCH_SECRET: secret }
  return startProgram(['scripts/bench/bare.ts'], settings)
}

async function warmUp(program: Program): Promise<void> {
  await most(program, 3)
}

/** Calls a second. */
async function most(program: Program, seconds: number): Promise<number> {
  const { callsPerSecond, failures } = await measureMost(loadOf(program, seconds))
  if (failures > 0) throw new Error(`${failures} calls failed`)
  return callsPerSecond
}

function loadOf({ url }: Program, seconds: number): Load {
  return { url, path: '/main/saas', key, makeBody: purchase, connections, seconds }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

function row(what: string, value: string, goal = '', reached?: boolean): void {
  const mark = reached === undefined ? '' : reached ? 'reached' : 'MISSED'
  console.log(`${what.padEnd(44)} ${value.padStart(10)}   ${goal.padEnd(18)} ${mark}`)
  if (reached === false) process.exitCode = 1
}

const postgres = await startPostgres()
try {
  await makeTemplate(postgres.url)
  await bench()
} finally {
  await postgres.stop()
}
