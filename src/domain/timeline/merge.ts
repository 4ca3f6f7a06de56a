/** Something in a list of one kind: when it was, and by what it is told apart in its list. */
export interface TimelineItem<Kind extends string> {
  readonly kind: Kind
  readonly at: Date
  readonly key: string
}

/** Where a list of one kind goes on: at its next item, which counts in. */
export type Place = Pick<TimelineItem<string>, 'at' | 'key'>

/** A page of several lists as one, and where each of those that are not over goes on. */
export interface MergedPage<Kind extends string, Item> {
  readonly items: readonly Item[]
  readonly next: ReadonlyMap<Kind, Place>
}

/**
 * Merges lists, each newest first and read with one item more than the page holds. Of items of one time
 * that of the kind named first comes first. A list goes on at its own next item, so nothing is skipped or
 * shown twice whatever the times of the others are.
 */
export function mergeNewestFirst<Kind extends string, Item extends TimelineItem<Kind>>(
  kinds: readonly Kind[],
  items: readonly Item[],
  limit: number,
): MergedPage<Kind, Item> {
  const lists = new Map(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind)]))
  const page: Item[] = []
  while (page.length < limit) {
    const newest = heads(lists).reduce<Item | undefined>(newer, undefined)
    if (newest === undefined) break
    page.push(newest)
    lists.get(newest.kind)?.shift()
  }
  const next = heads(lists).map(({ kind, at, key }) => [kind, { at, key }] as const)
  return { items: page, next: new Map(next) }
}

function heads<Item>(lists: ReadonlyMap<string, readonly Item[]>): Item[] {
  return [...lists.values()].flatMap((list) => list.slice(0, 1))
}

function newer<Item extends { readonly at: Date }>(best: Item | undefined, item: Item): Item {
  return best === undefined || item.at > best.at ? item : best
}
