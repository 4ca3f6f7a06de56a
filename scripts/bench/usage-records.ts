/** A record of usage, as it is reported. */
export interface BenchRecord {
  readonly instanceId: string
  readonly recordId: string
  readonly beginTime: string
  readonly endTime: string
  readonly value: string
}

const dayMs = 24 * 60 * 60_000
const days = 18
const secondsOfDays = (days * dayMs) / 1000

let made = 0

/** Records of instances in turns, each of a second of its own in the last days. */
export function recordsOf(instanceIds: readonly string[], count: number): BenchRecord[] {
  const first = Math.floor(Date.now() / 1000) * 1000 - days * dayMs
  return Array.from({ length: count }, () => {
    made += 1
    const second = Math.floor(made / instanceIds.length) % secondsOfDays
    const begin = first + second * 1000
    return {
      instanceId: instanceIds[made % instanceIds.length] ?? '',
      recordId: `record-${process.pid}-${made}`,
      beginTime: new Date(begin).toISOString(),
      endTime: new Date(begin + 1000).toISOString(),
      value: '12.5',
    }
  })
}
