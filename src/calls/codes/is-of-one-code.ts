import { isOfGateway } from '../../store-api/result-code.ts'
import type { StoreFailure } from '../../store-api/store-client.ts'

// Method, content type and JSON of a call, zh-cn_topic_0070649195; and no code at all.
const ofCall: ReadonlySet<string> = new Set(['95000002', '95000003', '95000004', 'unreachable'])

/**
 * Whether a refusal may be about one of the codes that were sent: then each is sent alone. What refuses
 * the call itself, as the gateway in front does, knows no code, and decides nothing of any.
 */
export function isOfOneCode({ kind, code }: StoreFailure): boolean {
  return kind === 'refused' && !ofCall.has(code) && !isOfGateway(code)
}
