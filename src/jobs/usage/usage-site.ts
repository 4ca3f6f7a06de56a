import type { StoreSchemas } from '../../contract/index.ts'
import { plainAmount } from '../../domain/usage/amount.ts'
import {
  type PushOutcome,
  type PushedUsage,
  type UsagePush,
  type UsageSite,
  usageTime,
} from '../../domain/usage/push.ts'
import type { StoreClient, StoreResult } from '../../store-api/store-client.ts'
import type { StoreAnswers } from '../../store-api/store-operations.ts'

/** A site as the one who takes usage (按需使用量推送), by its client. */
export function usageSiteOf(client: StoreClient): UsageSite {
  return {
    site: client.site,
    limit: client.usageLimit,
    isOpen() {
      const { circuit, pausedUntil } = client.standing()
      return circuit !== 'open' && pausedUntil === undefined
    },
    push: async (push, signal) => outcomeOf(await call(client, push, signal)),
  }
}

function call(client: StoreClient, { form, key, records }: UsagePush, signal?: AbortSignal) {
  if (form === 'old') {
    return client.call('pushUsageOld', { body: { usage_records: records.map(ofOld) } }, { signal })
  }
  const body = { usage_records: records.map(ofNew) }
  return client.call('pushUsage', { body, usageKey: key }, { signal })
}

function ofNew(one: PushedUsage): StoreSchemas['UsageRecord'] {
  return { ...commonOf(one), metering_sn: one.meteringSn }
}

function ofOld(one: PushedUsage): StoreSchemas['OldUsageRecord'] {
  return { ...commonOf(one), product_id: one.productId ?? '' }
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

function outcomeOf(result: StoreResult<StoreAnswers['pushUsage']>): PushOutcome {
  const { code, message } = result
  const { uncertain } = result
  if (result.ok) {
    const { rejected } = result.answer
    return { ok: true, status: 200, code, message, uncertain, rejected }
  }
  const { status, pauseMs } = result
  return { ok: false, status, code, message, uncertain, pauseMs }
}
