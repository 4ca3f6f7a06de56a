import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Why a token does not do: `slowed` was not looked at, `forbidden` lacks the scope. */
export type ManagementRefusal = 'missing' | 'wrong' | 'expired' | 'slowed' | 'forbidden'

/** What the service counts; one registry for each app, so that several can live in one process. */
export interface Metrics {
  readonly registry: Registry
  /** One call of the store that was answered. */
  answered(call: { family: string; activity: string; resultCode: string; seconds: number }): void
  /** One call whose signature could not be verified, sampled or not. */
  unverified(resultCode: string): void
  /** One request of the management API that was refused for its token. */
  managementRefused(reason: ManagementRefusal): void
  /** One attempt of a job, of a queue or a recurring one. */
  readonly jobAttempted: (queue: string, outcome: string) => void
}

/** How many alarms of each key are open. */
export type CountAlarms = () => Promise<readonly { readonly key: string; readonly open: number }[]>

export function createMetrics(countAlarms: CountAlarms): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'koogate_store_calls_total',
    help: 'Calls of the store by family, activity and result code.',
    labelNames: ['family', 'activity', 'result_code'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'koogate_store_call_seconds',
    help: 'How long an answer to the store took.',
    labelNames: ['family'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.1, 0.25, 1, 2.5, 4, 5],
    registers: [registry],
  })
  const refused = new Counter({
    name: 'koogate_unverified_calls_total',
    help: 'Calls whose signature could not be verified, by result code.',
    labelNames: ['result_code'],
    registers: [registry],
  })
  const tokens = new Counter({
    name: 'koogate_management_refusals_total',
    help: 'Requests of the management API that were refused for their token, by reason.',
    labelNames: ['reason'],
    registers: [registry],
  })
  const attempts = new Counter({
    name: 'koogate_job_attempts_total',
    help: 'Attempts of jobs by queue and outcome.',
    labelNames: ['queue', 'outcome'],
    registers: [registry],
  })
  watchAlarms(registry, countAlarms)
  return {
    registry,
    answered({ family, activity, resultCode, seconds }) {
      calls.inc({ family, activity, result_code: resultCode })
      duration.observe({ family }, seconds)
    },
    unverified: (resultCode) => refused.inc({ result_code: resultCode }),
    managementRefused: (reason) => tokens.inc({ reason }),
    jobAttempted: (queue, outcome) => attempts.inc({ queue, outcome }),
  }
}

// Asked when somebody looks: every replica tells the same.
function watchAlarms(registry: Registry, countAlarms: CountAlarms): void {
  const alarms = new Gauge({
    name: 'koogate_alarms',
    help: 'Open alarms by key.',
    labelNames: ['key'],
    registers: [registry],
    async collect() {
      const counts = await countAlarms()
      alarms.reset()
      for (const { key, open } of counts) alarms.set({ key }, open)
    },
  })
}
