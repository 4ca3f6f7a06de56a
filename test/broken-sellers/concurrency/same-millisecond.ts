import type { Call, Twin } from '../right-seller/parts.ts'
import { textOf } from '../right-seller/parse.ts'
import { unsigned } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import { unlessBusy } from '../right-seller/twin-memory.ts'

/** Knows a replay by its timestamp: of two calls at once one is refused. */
export const twin: Twin = {
  perform: (call, seller) =>
    unlessBusy(seller, stampOf(call), {
      clashes: (other) => other === stampOf(call) && other !== '',
      refuse: () => {
        throw unsigned('the timestamp was used before')
      },
      work: () => right.perform(call, seller),
    }),
}

function stampOf({ query, headers }: Call): string {
  const timestamp = headers['x-timestamp'] ?? new URLSearchParams(query).get('timestamp')
  return textOf(timestamp)
}
