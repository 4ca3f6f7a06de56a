// The menu of a page holds the guide and the family of interfaces that is being read; of each other
// family a link to its first interface. All of them on every page were half of its weight.
interface Link {
  readonly type: 'link'
  readonly label: string
  readonly isCurrent: boolean
  readonly attrs: object
}

interface Group {
  readonly type: 'group'
  readonly label: string
  readonly entries: readonly Entry[]
}

type Entry = Link | Group

/** What Starlight hands to a middleware of its routes, as far as it is read. */
interface Context {
  readonly locals: { readonly starlightRoute: { sidebar: readonly Entry[] } }
}

export function onRequest({ locals: { starlightRoute } }: Context): void {
  starlightRoute.sidebar = starlightRoute.sidebar.map((group) =>
    group.type === 'link' ? group : { ...group, entries: group.entries.map(folded) },
  )
}

function folded(entry: Entry): Entry {
  if (entry.type === 'link' || isOpen(entry)) return entry
  const first = firstLink(entry)
  return first === undefined ? entry : { ...first, label: entry.label, attrs: {} }
}

function isOpen(entry: Entry): boolean {
  return entry.type === 'link' ? entry.isCurrent : entry.entries.some(isOpen)
}

function firstLink(entry: Entry): Link | undefined {
  if (entry.type === 'link') return entry
  const [first] = entry.entries
  return first === undefined ? undefined : firstLink(first)
}
