import { found } from './findings.ts'
import type { Compare } from './keywords.ts'
import { shown } from './tree.ts'

/** What is taken where a member is left out. */
export const compareDefault: Compare = ({ was, now, at }) => {
  const [before, after] = [shown(was['default']), shown(now['default'])]
  if (!('default' in was)) return [found('default-added', at, '', after)]
  const kind = 'default' in now ? 'default-changed' : 'default-removed'
  return [found(kind, at, before, after)]
}

/** That something is not meant to be used any more. */
export const compareDeprecation: Compare = ({ was, now, at }) => {
  const [before, after] = [was['deprecated'] === true, now['deprecated'] === true]
  if (before === after) return []
  return [found(after ? 'member-deprecated' : 'member-restored', at)]
}

/** Whether an item may come twice. */
export const compareUniqueness: Compare = ({ was, now, at }) => {
  const [before, after] = [was['uniqueItems'] === true, now['uniqueItems'] === true]
  if (before === after) return []
  return [found(after ? 'unique-required' : 'unique-dropped', at)]
}

/** Whether readers were told that more values will come. */
export const compareExtensibility: Compare = ({ was, now, at }) => {
  const [before, after] = [was['x-extensible'] === true, now['x-extensible'] === true]
  if (before === after) return []
  return [found(after ? 'values-opened' : 'values-closed', at)]
}

/** Whether a member is told in one direction only. */
export const compareAccess: Compare = ({ was, now, at }, keyword) => {
  const [before, after] = [was[keyword] === true, now[keyword] === true]
  if (before === after) return []
  return [found('access-changed', at, before ? keyword : '', after ? keyword : '')]
}
