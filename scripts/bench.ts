// npm run bench: the service and a bare program side by side, on the same Postgres, in one run.
// Nothing here is a test: the numbers depend on the machine, the ratio hardly does.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import {
  createDatabase,
  makeTemplate,
  startPostgres,
  withClient,
} from '../test/harness/postgres.ts'
import { measureKit } from './bench/kit.ts'
import { type Load, measureMost, measureSteady, purchase } from './bench/load.ts'
import { type Program, startProgram } from './bench/program.ts'

const key = randomBytes(16).toString('hex')
const kitKey = randomBytes(16).toString('hex')
const secret = randomBytes(32).toString('base64')
const connections = 32
const rounds = 21
const secondsARound = 3
const steadyRate = 300
const steadySeconds = 10
const steadyRounds = 5
const starts = 5

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
  const database = await createDatabase(postgres.url)
  const bareDatabase = await createDatabase(postgres.url)
  const service = await startService(database)
  const bare = await startBare(bareDatabase)
  await Promise.all([most(service), most(bare)])
  await benchMost(service, bare)
  under('resident after the load', service.residentMb(), goals.residentMb, 'MB')
  for (const loaded of [database, bareDatabase]) await withClient(loaded, settle)
  await benchSteady(service, bare)
  await service.stop()
  await bare.stop()
  await benchKit()
  row('ready, bare program (it makes nothing)', `${bare.readyMs} ms`)
  await benchStarts()
}

async function benchMost(service: Program, bare: Program): Promise<void> {
  const pairs = await alternate(
    rounds,
    () => most(service),
    () => most(bare),
  )
  const ratio = median(pairs.map(([ours, theirs]) => ours / theirs))
  row('purchases a second, service', `${Math.round(median(pairs.map(([ours]) => ours)))}`)
  row('purchases a second, bare program', `${Math.round(median(pairs.map(([, bare]) => bare)))}`)
  row('service / bare', ratio.toFixed(2), `at least ${goals.ratio}`, ratio >= goals.ratio)
}

// The full load leaves work behind: tables to be vacuumed, pages to be written, and new WAL files, for
// each of which 16 MB are cleared while every commit waits 50 to 120 ms. A Postgres at this rate has
// done it long ago, and uses its files again.
async function settle(client: pg.Client): Promise<void> {
  await client.query('vacuum analyze')
  await client.query('checkpoint')
}

// A missed goal beside a bare program that is as late speaks of the machine.
async function benchSteady(service: Program, bare: Program): Promise<void> {
  const p99OfCalls = (program: Program) => measureSteady(loadOf(program, steadySeconds), steadyRate)
  const pairs = await alternate(
    steadyRounds,
    () => p99OfCalls(service),
    () => p99OfCalls(bare),
  )
  under(`p99 at ${steadyRate} calls a second`, median(pairs.map(([ours]) => ours)), goals.p99Ms)
  row('the same, bare program', `${median(pairs.map(([, theirs]) => theirs))} ms`)
}

async function benchKit(): Promise<void> {
  const kit = await startService(await createDatabase(postgres.url))
  const measured = await measureKit(kit, kitKey)
  await kit.stop()
  under('allOrgSync of 50,000 departments, the first', measured.allOrgSyncMs, goals.allOrgSyncMs)
  under('allOrgSync of 50,000, every one renamed', measured.allOrgSyncAgainMs, goals.allOrgSyncMs)
  under('authSync of 500 users', measured.authSyncMs, goals.authSyncMs)
  under('resident after the kit', measured.residentMb, goals.kitResidentMb, 'MB')
}

// Each start is a very first one: nothing compiled, an empty database or folder.
async function benchStarts(): Promise<void> {
  const times = await alternate(starts, readyOnPostgres, readyOnEmbedded)
  under(
    'ready on an empty Postgres',
    median(times.map(([onPostgres]) => onPostgres)),
    goals.readyMs,
  )
  under(
    'ready on the embedded default, first start',
    median(times.map(([, embedded]) => embedded)),
    goals.readyEmbeddedMs,
  )
}

async function readyOnPostgres(): Promise<number> {
  const fresh = await startService(await createDatabase(postgres.url, 'empty'), firstCommand)
  await fresh.stop()
  return fresh.readyMs
}

async function readyOnEmbedded(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-bench-'))
  const fresh = await startProgram(firstCommand, { DATA_DIR: folder, LOG_LEVEL: 'warn' })
  await fresh.stop()
  rmSync(folder, { recursive: true, force: true })
  return fresh.readyMs
}

// One after the other, again and again: what else the machine does meets both alike.
async function alternate(
  times: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for (let round = 0; round < times; round++) pairs.push([await first(), await second()])
  return pairs
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

/** Calls a second. */
async function most(program: Program): Promise<number> {
  const { callsPerSecond, failures } = await measureMost(loadOf(program, secondsARound))
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

function under(what: string, value: number, goal: number, unit = 'ms'): void {
  row(what, `${value} ${unit}`, `under ${goal} ${unit}`, value < goal)
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
