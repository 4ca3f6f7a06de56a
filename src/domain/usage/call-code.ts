import type { PushOutcome } from './push.ts'

/**
 * What a refused call is about: a record of it (`batch`), the number of them (`too-many`), the key of the
 * address (`key`), our account or clock (`access`; `account` where it may be about pushes alone, so that
 * nothing else tells of it), or nothing but the moment (`later`).
 */
export type CallFault = 'batch' | 'too-many' | 'key' | 'access' | 'account' | 'later'

// 按需使用量推送, productsdesc-bms_93eaf7b60423d9d66244ab3673314e1bsupport0.
const byNumber: ReadonlyMap<string, CallFault> = new Map<string, CallFault>([
  ['0100', 'batch'],
  ['0101', 'batch'],
  ['0102', 'key'],
  ['0150', 'batch'],
  // Of the push alone: where our account is not a seller's for other calls too, their circuit tells of it.
  ['0151', 'account'],
  ['0154', 'access'],
  ['0199', 'batch'],
  ['0250', 'later'],
  ['0999', 'later'],
  ['9001', 'batch'],
  ['9002', 'batch'],
  ['9003', 'too-many'],
  ['9004', 'batch'],
])

/** Reads a call that did not succeed: by its code, else by its HTTP status. */
export function faultOf(outcome: Extract<PushOutcome, { ok: false }>): CallFault {
  const { code, status } = outcome
  const known = byNumber.get(/^(?:(?:MKT|CBC)\.)?(\d{4})$/.exec(code)?.[1] ?? '')
  if (known !== undefined) return known
  if (status === 401 || status === 403) return /^API(GW|G)\./.test(code) ? 'access' : 'account'
  return isRefusal(outcome) ? 'batch' : 'later'
}

/** The store's own error (0999), which passes, unless it is made by a record. */
export function isInternalError({ code }: Extract<PushOutcome, { ok: false }>): boolean {
  return /^(?:(?:MKT|CBC)\.)?0999$/.test(code)
}

// Codes of the store that are not documented yet, such as 9406 and four digits. The gateway's say nothing
// of a record.
function isRefusal({ code, status = 500 }: Extract<PushOutcome, { ok: false }>): boolean {
  const isOfStore = /^(?:(?:MKT|CBC)\.)?\d{4,8}$/.test(code)
  return isOfStore && status >= 400 && status < 500 && ![406, 408, 429].includes(status)
}
