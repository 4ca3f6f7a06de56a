import JSON5 from 'json5'

type Members = Readonly<Record<string, unknown>>

/** Members of the kit that hold a list, as one or as a text of one. */
const lists = ['userList', 'orgInfo', 'orgInfoList'] as const

/**
 * The present members with lists that came as text read, so that the contract validates their items; an
 * empty text is an empty list, and so is that of null. A text that holds no list stays as it is. The V2 sample of allOrgSync
 * is not JSON, its keys have no quotes: JSON5 reads it.
 */
export function withListsRead(present: Members, members: Members): Members {
  const read = lists.filter((name) => typeof members[name] === 'string')
  if (read.length === 0) return present
  const values = read.map((name) => [name, listIn(String(members[name]))] as const)
  return { ...present, ...Object.fromEntries(values) }
}

function listIn(text: string): unknown {
  if (['', 'null'].includes(text.trim())) return []
  const value = parsed(text, JSON.parse) ?? parsed(text, JSON5.parse)
  return Array.isArray(value) ? value : text
}

function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
