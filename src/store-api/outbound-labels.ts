import type { OutboundCall } from './call-store-api.ts'
import { outcomeOf } from './result-code.ts'

/** What of a call to the store is counted: few words, whatever the store answers. */
export interface OutboundLabels {
  readonly interface: 'order-query' | 'license-upload'
  /** `unanswered` where no HTTP answer came, `unreadable` where it has no code. */
  readonly result: ReturnType<typeof outcomeOf> | 'unanswered' | 'unreadable'
}

export function outboundLabels({ path, status, code }: OutboundCall): OutboundLabels {
  return {
    interface: path.endsWith('/order/query') ? 'order-query' : 'license-upload',
    result: resultOf(status, code),
  }
}

function resultOf(status: number | undefined, code: string | undefined): OutboundLabels['result'] {
  if (status === undefined) return 'unanswered'
  return code === undefined ? 'unreadable' : outcomeOf(code, status)
}
