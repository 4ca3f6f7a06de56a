import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { ServiceProcess } from '../harness/process.ts'
import { sendTo } from '../harness/contract-hook.ts'

/** What a process spent on some work: its time on the processor, and the memory it had more at its peak. */
export interface Cost {
  readonly cpuMs: number
  readonly mebibytes: number
}

/** What a call that nobody signed may cost, whatever its bytes. */
export const bounds: Cost = { cpuMs: 50, mebibytes: 20 }

const mostTries = 15

/**
 * What one call costs a service in a process of its own. Other work on the machine can only add to it: a
 * cost above the bounds is measured again before it is believed.
 */
export async function costOf(service: ServiceProcess, call: () => Promise<unknown>): Promise<Cost> {
  let cost = await costOfOnce(service, call)
  for (let tried = 1; tried < mostTries && !isWithinBounds(cost); tried++) {
    cost = await costOfOnce(service, call)
  }
  return cost
}

function isWithinBounds(cost: Cost): boolean {
  return cost.cpuMs < bounds.cpuMs && cost.mebibytes < bounds.mebibytes
}

async function costOfOnce(service: ServiceProcess, call: () => Promise<unknown>): Promise<Cost> {
  const before = await cpuSeconds(service)
  const resident = startOfPeak(service.pid)
  await call()
  const mebibytes = (memoryOf(service.pid, 'VmHWM') - resident) / 1024
  return { cpuMs: ((await cpuSeconds(service)) - before) * 1000, mebibytes }
}

/** The time on the processor that a service has had so far, once it has an ear for somebody else. */
async function cpuSeconds(service: ServiceProcess): Promise<number> {
  await sendTo(service, '/health/live')
  const tasks = `/proc/${service.pid}/task`
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ', 1)[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9
}

/** Kibibytes of a process, from what Linux tells of it. */
export function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])
}

// 5 sets the peak back to what the process has now.
/** What the process has now, in kibibytes; its peak begins anew. */
export function startOfPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return memoryOf(pid, 'VmRSS')
}
