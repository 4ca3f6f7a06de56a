import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { OutboundCall } from '../store-api/outbound-call.ts'
import type { ObservedPost } from '../webhooks/observed-posts.ts'
import { type GaugeGroup, type Reading, registerGauges } from './gauges/asked-gauges.ts'

/**
 * Why a token or a session does not do: `slowed` was not looked at, `forbidden` lacks the scope, and
 * `cross-site` is a change that another site asked for.
 */
export type ManagementRefusal =
  | 'missing'
  | 'wrong'
  | 'expired'
  | 'slowed'
  | 'forbidden'
  | 'cross-site'

/** What the service counts; one registry for each app, so that several can live in one process. */
export interface Metrics {
  readonly registry: Registry
  /** One call of the store that was answered. */
  answered(call: { family: string; activity: string; resultCode: string; seconds: number }): void
  /** One call whose signature could not be verified, sampled or not. */
  unverified(resultCode: string): void
  /** One request of the management API that was refused for its token. */
  managementRefused(reason: ManagementRefusal): void
  /** One attempt of a call to the store's open APIs. */
  readonly calledStore: (call: OutboundCall) => void
  /** One request to the seller's program, an ask or an event. */
  readonly posted: (post: ObservedPost) => void
  /** One step of a login: what came of it, or the code of what went wrong. */
  readonly signedOn: (outcome: string) => void
  /** One attempt of a job, of a queue or a recurring one. */
  readonly jobAttempted: (queue: string, outcome: string) => void
}

/** The groups of gauges are read from the database when somebody asks for the metrics. */
export function createMetrics(groups: readonly GaugeGroup[], reading: Reading): Metrics {
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
    help: 'How long an answer to the store took, by family and activity.',
    labelNames: ['family', 'activity'],
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
  const outbound = new Histogram({
    name: 'koogate_outbound_call_seconds',
    help: 'How long calls to the open APIs of the store took, by site, interface and result.',
    labelNames: ['site', 'interface', 'result'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const posts = new Histogram({
    name: 'koogate_webhook_request_seconds',
    help: 'How long requests to the program of the seller took, asks and events, by outcome.',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  })
  const logins = new Counter({
    name: 'koogate_sso_logins_total',
    help: 'Steps of logins by outcome, or by the code of what went wrong.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  registerGauges(registry, groups, reading)
  return {
    registry,
    answered({ family, activity, resultCode, seconds }) {
      calls.inc({ family, activity, result_code: resultCode })
      duration.observe({ family, activity }, seconds)
    },
    unverified: (resultCode) => refused.inc({ result_code: resultCode }),
    managementRefused: (reason) => tokens.inc({ reason }),
    calledStore: ({ site, label, result, ms }) =>
      outbound.observe({ site, interface: label, result }, ms / 1000),
    posted: ({ outcome, ms }) => posts.observe({ outcome }, ms / 1000),
    signedOn: (outcome) => logins.inc({ outcome }),
    jobAttempted: (queue, outcome) => attempts.inc({ queue, outcome }),
  }
}
