import { asking } from './activities.ts'
import type { Members } from './exchange.ts'
import type { Ids } from './ids.ts'

/**
 * Throws Error for a call that would change an instance or a license that this run has not made: a
 * rule that is wrong must not release what a buyer has.
 */
export function refuseForeignId(
  { activity, members }: { readonly activity: string; readonly members: Members },
  ids: Pick<Ids, 'isOurs'>,
): void {
  if (asking.includes(activity)) return
  for (const name of ['instanceId', 'license'] as const) {
    const id = members[name]
    if (typeof id !== 'string' || id === '' || ids.isOurs(id)) continue
    throw new Error(`${activity} of ${id} is refused: this run has not made that ${name}`)
  }
}
