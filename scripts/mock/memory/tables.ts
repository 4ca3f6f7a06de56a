import type { Collection, Row } from './collections.ts'
import type { Stored } from './pages.ts'
import { seedsOf } from './seeds.ts'
import { replaced } from './values.ts'

type Params = Readonly<Record<string, string>>

/** Whose things: the ids of the path by their names. */
export interface Tables {
  of(collection: Collection, params: Params): readonly Stored[]
  add(collection: Collection, params: Params, row: Row): void
  remove(collection: Collection, params: Params, stored: Stored): void
}

/** What the collections hold, each filled with its scenes when it is first asked for. */
export function createTables(): Tables {
  const tables = new Map<string, Stored[]>()
  let newest = 0

  function tableOf(collection: Collection, params: Params): Stored[] {
    const key = JSON.stringify([
      collection.list.path,
      ...ownersOf(collection).map((name) => params[name]),
    ])
    const known = tables.get(key)
    if (known) return known
    const rows = seedsOf(collection).map((row) => ownedBy(row, collection, params))
    // The first scene is the newest of those of one moment.
    const table = rows.map((row, index) => ({ order: -index, row }))
    tables.set(key, table)
    return table
  }

  return {
    of: tableOf,
    add(collection, params, row) {
      newest += 1
      tableOf(collection, params).push({ order: newest, row })
    },
    remove(collection, params, stored) {
      const table = tableOf(collection, params)
      table.splice(table.indexOf(stored), 1)
    },
  }
}

/** The parameters that say whose things a collection holds. */
function ownersOf({ parent }: Collection): string[] {
  return parent === undefined ? [] : [...ownersOf(parent.of), parent.parameter]
}

// The scenes show what belongs to the owner that the contract gives as the example.
function ownedBy(row: Row, collection: Collection, params: Params): Row {
  const owners = ownersOf(collection).flatMap((name) => {
    const shown = collection.list.parameters?.find((parameter) => parameter.name === name)?.example
    const own = params[name]
    return typeof shown === 'string' && own !== undefined ? [[shown, own] as const] : []
  })
  return replaced(row, new Map(owners)) as Row
}
