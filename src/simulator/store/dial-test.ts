import type { CallStore } from './caller.ts'
import type { DebugCase } from '../calls/debug-cases.ts'
import type { Delivery } from './delivery.ts'

/**
 * Replays saved debug cases once each, in the order given, as the dial test (拨测) does: only success
 * will do, and one failure is a failure of the test.
 */
export async function replayCases(call: CallStore, cases: readonly DebugCase[]): Promise<Delivery> {
  const deliveries: Delivery[] = []
  for (const one of cases) deliveries.push(await call(() => one, { test: true }))
  const stopped = deliveries.some(({ end }) => end !== 'done')
  return {
    attempts: deliveries.flatMap(({ attempts }) => attempts),
    end: stopped ? 'stopped' : 'done',
  }
}
