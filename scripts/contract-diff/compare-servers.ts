import { type Finding, found, inside } from './findings.ts'
import { type Compare, type Keywords, compareKeywords, elsewhere } from './keywords.ts'
import { compareLabel, differsInWordsOnly } from './texts.ts'
import { type Tree, shown, step, treesOf, without } from './tree.ts'

/** Where calls go; one address in place of another is one change. */
export const compareServers: Compare = ({ was, now, at, versions }) => {
  const [before, after] = [byUrl(was), byUrl(now)]
  const [lost, gained] = [
    without([...before.keys()], [...after.keys()]),
    without([...after.keys()], [...before.keys()]),
  ]
  const shared = [...before].flatMap(([url, old]) => {
    const fresh = after.get(url)
    const place = inside(at, `/servers${step(url)}`)
    return fresh
      ? compareKeywords(serverKeywords, { was: old, now: fresh, at: place, versions })
      : []
  })
  return [...compareAddresses(lost, gained, at), ...shared]
}

function compareAddresses(
  lost: readonly string[],
  gained: readonly string[],
  at: Finding['place'],
): Finding[] {
  const place = (url = '') => inside(at, `/servers${step(url)}`)
  const [old, fresh] = [lost[0], gained[0]]
  if (lost.length === 1 && gained.length === 1) {
    return [found('server-changed', place(old), old, fresh)]
  }
  return [
    ...lost.map((url) => found('server-removed', place(url), url)),
    ...gained.map((url) => found('server-added', place(url), '', url)),
  ]
}

function byUrl({ servers }: Tree): ReadonlyMap<string, Tree> {
  return new Map(treesOf(servers).map((server) => [shown(server['url']), server]))
}

const serverKeywords: Keywords<'server'> = {
  url: () => elsewhere,
  description: compareLabel,
  variables: ({ was, now, at }) => {
    const isWordsOnly = differsInWordsOnly(was['variables'], now['variables'])
    const kind = isWordsOnly ? 'text-changed' : 'server-changed'
    return [found(kind, inside(at, '/variables'), shown(was['variables']), shown(now['variables']))]
  },
}
