import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { freePort } from '../../scripts/shared/child-process.ts'
import { raiseAlarm } from '../../src/calls/alarms.ts'
import { persist } from '../../src/calls/persist.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { manage } from '../management/client.ts'
import { type Asked, metricsIn } from './promql.ts'

const text = z.string().trim().min(1)
const Rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: text,
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Koogate[A-Z]\w+$/),
          expr: text,
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning', 'info']) }),
          annotations: z
            .strictObject({
              summary: text,
              description: text,
              mail_zh: text.optional(),
              mail_en: text.optional(),
            })
            .refine(({ mail_zh, mail_en }) => (mail_zh === undefined) === (mail_en === undefined)),
        }),
      ),
    }),
  ),
})
const Panel = z.object({
  id: z.int(),
  title: text,
  targets: z.array(z.object({ expr: text, legendFormat: text })).default([]),
})
const Dashboard = z.object({ uid: text, panels: z.array(Panel) })

const rulesFile = readFileSync('ops/prometheus/koogate-rules.yaml', 'utf8')
const rules = Rules.parse(parse(rulesFile)).groups.flatMap((group) => group.rules)
const dashboard = Dashboard.parse(
  JSON.parse(readFileSync('ops/grafana/koogate.json', 'utf8')) as unknown,
)
const targets = dashboard.panels.flatMap((panel) => panel.targets)

// Prometheus puts them there itself.
const ofPrometheus = ['up']
const itsLabels = ['job', 'instance']

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
let service: TestService
let nobody: string
let metrics: Map<string, ReadonlySet<string>>

beforeAll(async () => {
  // Of fetch port 9 would be a fault of ours.
  nobody = `http://127.0.0.1:${await freePort()}`
  service = await startService({
    settings: {
      KOOGATE_WEBHOOK_ALLOW: '127.0.0.0/8',
      KOOGATE_BASIC_KEY: 'new-basic-key, basic-key-for-tests',
      KOOGATE_STORE_URL: nobody,
      KOOGATE_STORE_AK: 'access-key',
      KOOGATE_STORE_SK: 'secret-key',
      KOOGATE_WEBHOOK_URL: nobody,
      KOOGATE_WEBHOOK_SECRET: secret,
    },
    limits: { tidyEveryMs: 100, jobsEveryMs: 100, readyWithinMs: 10_000 },
  })
  await demo()
  metrics = await until(
    async () => readMetrics((await sendTo(service, '/metrics')).text),
    (read) =>
      isTold(read, 'koogate_outbound_call_seconds_bucket', 'interface') &&
      isTold(read, 'koogate_webhook_endpoints', 'endpoint') &&
      isTold(read, 'koogate_asks', 'kind'),
  )
})
afterAll(() => service.stop())

/** What a day brings: purchases, a dial test, what is not verified, who guesses, an alarm. */
async function demo(): Promise<void> {
  await buy(service)
  await storeCall(service, purchaseOf(newOrder(), { testFlag: '1' }))
  await storeCall(service, purchaseOf(), { key: 'a-key-of-nobody' })
  await manage(service, '/keys', { authorization: 'Bearer wrong-token-of-nobody' })
  await manage(service, '/standing')
  await sendTo(service, '/sso/main/callback')
  const { services } = service.app
  await persist({ alarms: [raiseAlarm('kit.users', 'tenant:t', 'Some were left out.')] }, services)
  await sql`
    insert into usage_limits (site, signer, paused_until)
    values ('china', 'main', now() + interval '1 hour')`.execute(services.db)
  await sql`
    insert into usage_windows (metering_sn, site, signer, test, instance_id, package_id, begin_time,
      end_time, value, records, state, seal_at, deadline, created_at, updated_at)
    values (gen_random_uuid(), 'china', 'main', false, 'i', '', now(), now(), 1, 1, 'parked', now(),
      now() + interval '20 days', now(), now())`.execute(services.db)
  const post = { url: nobody, secrets: [secret], id: 'e', body: '{}', timeoutMs: 500 }
  await services.postSigned?.(post).catch(() => undefined)
}

/** The metrics that are told, each with the labels of its samples. */
function readMetrics(exposed: string): Map<string, ReadonlySet<string>> {
  const told = new Map<string, Set<string>>()
  for (const [, name = ''] of exposed.matchAll(/^# TYPE (\S+) /gm)) told.set(name, new Set())
  for (const [, name = '', labels = ''] of exposed.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const names = [...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label)
    told.set(name, new Set([...(told.get(name) ?? []), ...names]))
  }
  return told
}

function isTold(read: Map<string, ReadonlySet<string>>, metric: string, label: string): boolean {
  return read.get(metric)?.has(label) === true
}

/** What is asked for and is not there. */
function missing(asked: readonly Asked[]): string[] {
  return asked
    .filter(({ metric }) => !ofPrometheus.includes(metric))
    .flatMap(({ metric, labels }) => {
      const told = metrics.get(metric)
      if (told === undefined) return [metric]
      return labels
        .filter((label) => !told.has(label) && !itsLabels.includes(label))
        .map((label) => `${metric}{${label}}`)
    })
}

/** The labels that a text fills in and its expression does not group by. */
function unfilled(words: string, expr: string): string[] {
  const labels = metricsIn(expr).flatMap((asked) => asked.labels)
  const filled = [...words.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)/g)].map(([, label = '']) => label)
  return filled.filter((label) => ![...labels, ...itsLabels].includes(label))
}

describe('the alert rules', () => {
  test('ask for metrics and labels that a running service has', () => {
    expect(rules.length).toBeGreaterThan(15)
    expect(missing(rules.flatMap(({ expr }) => metricsIn(expr)))).toEqual([])
  })

  test('have a name of their own each, and fill in nothing that their expression does not tell', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
    const faults = rules.flatMap(({ expr, annotations }) =>
      Object.values(annotations).flatMap((words = '') =>
        unfilled(words.replaceAll(/\{\{\s*\$value[^}]*\}\}/g, ''), expr),
      ),
    )
    expect(faults).toEqual([])
  })

  test('bring the mail to the operators of the store where products are about to be taken down', () => {
    const mails = rules.filter(({ annotations }) => annotations.mail_zh !== undefined)
    expect(mails.map(({ alert }) => alert)).toEqual([
      'KoogateOrdersFailedNearLimit',
      'KoogateDialTestFailingDays',
    ])
  })

  test.each(['en', 'zh'])(
    'are told on the operations page in %s, each with what to do',
    (language) => {
      const page = readFileSync(`docs/${language}/operations.md`, 'utf8')
      expect(rules.filter(({ alert }) => !page.includes(`\`${alert}\``))).toEqual([])
    },
  )
})

describe('the dashboard', () => {
  test('asks for metrics and labels that a running service has', () => {
    expect(targets.length).toBeGreaterThan(25)
    expect(missing(targets.flatMap(({ expr }) => metricsIn(expr)))).toEqual([])
  })

  test('has panels with ids of their own, whose legends their expressions fill', () => {
    const ids = dashboard.panels.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.flatMap(({ expr, legendFormat }) => unfilled(legendFormat, expr))).toEqual([])
  })

  test('shows every metric of Koogate', () => {
    const shown = targets.flatMap(({ expr }) => metricsIn(expr).map(({ metric }) => metric))
    const own = [...metrics.keys()].filter((name) =>
      /^koogate_(?!.*_(bucket|sum|count)$)/.test(name),
    )
    expect(own.length).toBeGreaterThan(15)
    expect(own.filter((name) => !shown.some((one) => one.startsWith(name)))).toEqual([])
  })
})

test('an expression that Prometheus would not read is no expression', () => {
  expect(() => metricsIn('sum by (a (koogate_alarms)')).toThrow('cannot be read')
  expect(metricsIn('sum by (a) (x{b="1"}) > max(y)')).toEqual([
    { metric: 'x', labels: ['a', 'b'] },
    { metric: 'y', labels: [] },
  ])
})
