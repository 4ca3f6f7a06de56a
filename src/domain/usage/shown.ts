import type { UsageInfo } from '../instance/instance.ts'

/** What an instance has used in all, of a package or of none (''). */
interface Total {
  readonly instanceId: string
  readonly packageId: string
  readonly value: string
  readonly lastEnd: Date
}

const most = 99_999_999.9999

/**
 * What queryInstance shows of usage: of a package what each pay-per-use instance has drawn from it, else
 * all that the instance has used. The interface takes a number, of twelve digits at most, which a
 * JavaScript number holds; a larger one is shown as the most.
 */
export function shownUsage(id: string, totals: readonly Total[]): UsageInfo[] {
  const drawn = totals.filter(({ packageId }) => packageId === id)
  if (drawn.length > 0) {
    return drawn.map((one) => ({ ...infoOf([one]), relatedInstanceId: one.instanceId }))
  }
  const own = totals.filter(({ instanceId }) => instanceId === id)
  return own.length === 0 ? [] : [infoOf(own)]
}

function infoOf(totals: readonly Total[]): UsageInfo {
  const sum = totals.reduce((so, { value }) => so + tenThousandths(value), 0n)
  const last = Math.max(...totals.map(({ lastEnd }) => lastEnd.getTime()))
  return {
    usageValue: Math.max(0, Math.min(Number(sum) / 10_000, most)),
    statisticalTime: new Date(last).toISOString(),
  }
}

// As Postgres writes a numeric of four decimals.
function tenThousandths(value: string): bigint {
  return BigInt(value.replace('.', ''))
}
