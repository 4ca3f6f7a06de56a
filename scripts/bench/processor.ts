import { readFileSync } from 'node:fs'
import type pg from 'pg'

// Linux counts in hundredths of a second, whatever the processor.
const microsecondsATick = 10_000

/** Time that a process has had of the processor, in microseconds; NaN for one that is not there. */
export function processorOf(pid: number): number {
  // The name in brackets may hold spaces; user and system time are the 14th and 15th field.
  const fields = fileOf(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * microsecondsATick
}

/** Resident memory of a process in megabytes, as Linux tells it. */
export function residentMbOf(pid: number): number {
  const [, kilobytes = NaN] = /VmRSS:\s+(\d+)/.exec(fileOf(pid, 'status')) ?? []
  return Math.round(Number(kilobytes) / 1000)
}

/** Time that each backend of a database has had; empty where Postgres runs on another machine. */
export async function processorOfBackends(
  client: pg.Client,
  database: string,
): Promise<Map<number, number>> {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
  const local = rows.filter(({ pid }) => fileOf(pid, 'comm').startsWith('postgres'))
  return new Map(local.map(({ pid }) => [pid, processorOf(pid)]))
}

/** What was used between two readings; a backend that is new began at nothing. */
export function processorBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number {
  return [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0)
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
