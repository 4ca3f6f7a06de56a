/** What every id of this tool carries, so that a seller finds and deletes what it brought about. */
export const idMark = 'KOOGATE-CONFORM'

/** Makes ids that no other run has made; at most 48 characters, so that ids of lines fit in 64. */
export interface Ids {
  readonly newId: (kind: string) => string
  /** Remembers an id that the seller gave in answer to one of ours. */
  readonly adopt: (id: string) => void
  /** True for an id that this run made or that the seller gave it. */
  readonly isOurs: (id: string) => boolean
}

/** The ids of one run, whose name is a few letters and digits. */
export function createIds(run: string): Ids {
  const given = new Set<string>()
  let count = 0
  return {
    newId(kind) {
      count += 1
      return `${idMark}-${run}-${kind.slice(0, 12)}${count}`
    },
    adopt: (id) => void given.add(id),
    isOurs: (id) => id.includes(idMark) || given.has(id),
  }
}
