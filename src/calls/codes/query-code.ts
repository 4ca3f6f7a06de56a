import type { CodeStatus } from '../../domain/license/code.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { brokenOff } from '../../store-api/broken-off.ts'
import type { StoreClient } from '../../store-api/store-client.ts'

/** What the store said of a code, or why it said nothing. */
export type QueriedCode =
  | {
      readonly ok: true
      readonly status: CodeStatus
      readonly expireTime: Date | null
      readonly activatedAt: Date | null
      /** With which it only says that the code has no form of one: of a code that had, that is about our call. */
      readonly formCode?: string | undefined
    }
  | { readonly ok: false; readonly code: string }

/** Asks the store for a code (查询授权码); the first use of a day does. Throws for nothing that the store does. */
export async function queryCode(
  store: StoreClient | undefined,
  license: string,
  signal: AbortSignal,
): Promise<QueriedCode> {
  if (store === undefined) return { ok: false, code: 'no-access-keys' }
  const call = store.call('queryLicense', { body: { license } }, { signal })
  const result = await brokenOff(call, signal)
  if (!result.ok) return refusedAs(result.code)
  const { license: info } = result.answer
  if (info === null) return { ok: false, code: 'unreadable' }
  return {
    ok: true,
    status: statuses[info.status],
    expireTime: timeIn(info.expire_time),
    activatedAt: timeIn(info.activate_time),
  }
}

const statuses = { ALIVE: 'alive', EXPIRED: 'expired', RELEASED: 'released' } as const

// Codes of the open APIs about codes, zh-cn_topic_0070649195. Any other one says nothing of the code, and
// locks nobody out: then the last check counts.
const refusals: ReadonlyMap<string, CodeStatus> = new Map<string, CodeStatus>([
  ['92020002', 'unknown'],
  ['92020004', 'not_activated'],
  ['92020005', 'unknown'],
  ['92020011', 'not_activated'],
  ['95000001', 'unknown'],
])

const formCodes: ReadonlySet<string> = new Set(['92020002', '95000001'])

function refusedAs(code: string): QueriedCode {
  const status = refusals.get(code)
  if (status === undefined) return { ok: false, code }
  const formCode = formCodes.has(code) ? code : undefined
  return { ok: true, status, expireTime: null, activatedAt: null, formCode }
}

// Form and zone were not seen; those of the other interfaces are likely. What is something else is none.
function timeIn(text: string | null | undefined): Date | null {
  return (text && parseStoreTime(text)) || null
}
