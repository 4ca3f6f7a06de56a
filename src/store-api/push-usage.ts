import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { StoreSchemas } from '../contract/index.ts'
import { compactSortedDeeply, signUsage } from '../crypto/usage-signature.ts'
import {
  type PushOutcome,
  type PushUsage,
  type PushedUsage,
  type UsagePush,
  usageTime,
} from '../domain/usage/push.ts'
import { plainAmount } from '../domain/usage/amount.ts'
import { callStoreApi, type StoreAnswer, type StoreOptions } from './call-store-api.ts'
import { readRejected } from './rejected-usage.ts'
import { readResult } from './result-code.ts'

const paths = {
  new: '/api/mkp-openapi-public/global/v1/isv/usage-data',
  old: '/rest/marketplace/v1/isv/usage-data',
}

/** Makes what pushes usage (按需使用量推送); it keeps no state between calls. */
export function createPushUsage(options: StoreOptions): PushUsage {
  return async (push, signal) => {
    const body = compactSortedDeeply(bodyOf(push))
    const answer = await callStoreApi(options, {
      method: 'POST',
      path: paths[push.form],
      parameters: [],
      content: { type: 'application/json', body: Buffer.from(body) },
      ...(push.form === 'new' && { headers: () => signed(push.key, body) }),
      signal,
    })
    if (!answer.reached) return withoutAnswer(answer.message)
    return outcomeOf(answer)
  }
}

function signed(key: string, body: string): Record<string, string> {
  const ts = String(Date.now())
  const nonce = randomUUID()
  return { ts, nonce, signature: signUsage({ key, ts, nonce, body }) }
}

type NewBody = StoreSchemas['UsagePushRequest']
type OldBody = StoreSchemas['OldUsagePushRequest']

function bodyOf({ form, records }: UsagePush): NewBody | OldBody {
  if (form === 'new') {
    return {
      usage_records: records.map((one) => ({ ...commonOf(one), metering_sn: one.meteringSn })),
    }
  }
  return {
    usage_records: records.map((one) => ({ ...commonOf(one), product_id: one.productId ?? '' })),
  }
}

function commonOf(one: PushedUsage) {
  return {
    instance_id: one.instanceId,
    record_time: usageTime(one.recordedAt),
    begin_time: usageTime(one.beginTime),
    end_time: usageTime(one.endTime),
    usage_value: plainAmount(one.value),
    ...(one.packageId !== '' && { relate_pkg_instance: one.packageId }),
  }
}

// Where nothing answers nothing was taken; a connection that broke, or a time that was up, tells nothing.
const notSent =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|[A-Z_]*CERT[A-Z_]*)\b/

function withoutAnswer(message: string): PushOutcome {
  const attempts = message.split('; ')
  const uncertain = !attempts.every((one) => notSent.test(one))
  return failure({ status: undefined, code: 'unreachable', message, uncertain })
}

function outcomeOf({ status, body, pauseMs }: StoreAnswer): PushOutcome {
  const result = readResult(body)
  if (result === undefined) {
    // A gateway that had no answer either, or a success that cannot be read.
    const uncertain = status < 300 || [408, 502, 504].includes(status)
    const message = `HTTP ${status} without a result code`
    return failure({ status, code: 'unreachable', message, uncertain, pauseMs })
  }
  const { code, message } = result
  if (!/^(?:(?:MKT|CBC)\.)?0000$/.test(code)) {
    return failure({ status, code, message, uncertain: false, pauseMs })
  }
  const { data } = Data.parse(body)
  return { ok: true, status, code, message, rejected: readRejected(data) }
}

const Data = z.object({ data: z.unknown().optional() })

function failure(
  told: Omit<Extract<PushOutcome, { ok: false }>, 'ok' | 'pauseMs'> & {
    readonly pauseMs?: number | undefined
  },
): PushOutcome {
  return { ok: false, pauseMs: undefined, ...told }
}
