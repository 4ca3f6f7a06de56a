import { type PushedUsage, type RejectedUsage, usageTime } from './push.ts'

/**
 * Finds the usage records of a push that an entry of the rejected may be about: by its id, else by instance,
 * begin and end, of which it may tell some only, since no page names what it has.
 */
export function matcher<Window extends PushedUsage>(windows: readonly Window[]) {
  const known = windows.map((window) => ({
    window,
    begin: usageTime(window.beginTime),
    end: usageTime(window.endTime),
  }))
  const keyOf = (...parts: readonly (string | null)[]) => parts.join(' ')
  const byId = new Map(windows.map((window) => [window.meteringSn, window]))
  const byTime = new Map(
    known.map(({ window, begin, end }) => [keyOf(window.instanceId, begin, end), window]),
  )
  const fits = (told: string | null, own: string) => told === null || told === own
  return (entry: RejectedUsage): readonly Window[] => {
    const { meteringSn, instanceId, beginTime, endTime } = entry
    const exact = byId.get(meteringSn ?? '') ?? byTime.get(keyOf(instanceId, beginTime, endTime))
    if (exact !== undefined) return [exact]
    if (meteringSn !== null) return []
    return known.flatMap(({ window, begin, end }) =>
      fits(instanceId, window.instanceId) && fits(beginTime, begin) && fits(endTime, end)
        ? [window]
        : [],
    )
  }
}
