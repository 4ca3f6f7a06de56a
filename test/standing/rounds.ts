import { sendTo } from '../harness/contract-hook.ts'
import type { TestService } from '../harness/service.ts'
import { until } from '../harness/until.ts'

/** Waits until a chore was done so many times more; those under way may have begun before. */
export async function roundsOf(
  service: Pick<TestService, 'url'>,
  queue: string,
  rounds: number,
): Promise<void> {
  const done = async () => {
    const { text } = await sendTo(service, '/metrics')
    const line = `koogate_job_attempts_total{queue="${queue}",outcome="done"} (\\d+)`
    return Number(new RegExp(line).exec(text)?.[1] ?? 0)
  }
  const before = await done()
  await until(done, (count) => count >= before + rounds)
}
