/** The Chinese texts of a bundled document, each where the English one is; a list is told by its indices. */
export interface ChineseTexts {
  readonly [member: string]: string | ChineseTexts
}

type Node = Readonly<Record<string, unknown>>

/** A bundled document with its Chinese beside each text again: `x-zh`, with a member for each. */
export function withChinese<Part>(document: Part, texts: ChineseTexts): Part {
  const node: Record<string, unknown> = { ...(document as Node) }
  const chinese: Record<string, string> = {}
  for (const [member, text] of Object.entries(texts)) {
    if (typeof text === 'string') chinese[member] = text
    else node[member] = withChinese(node[member], text)
  }
  if (Object.keys(chinese).length > 0) node['x-zh'] = chinese
  return (Array.isArray(document) ? Object.values(node) : node) as Part
}

/** The Chinese edition of a document: what stands in `x-zh` takes the place of the English. */
export function inChinese<Part>(document: Part): Part {
  return edition(document, (node) => node['x-zh'] as Node | undefined) as Part
}

/** The English edition of a document, without its Chinese. */
export function inEnglish<Part>(document: Part): Part {
  return edition(document, () => undefined) as Part
}

function edition(value: unknown, textsOf: (node: Node) => Node | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => edition(item, textsOf))
  if (typeof value !== 'object' || value === null) return value
  const { 'x-zh': _chinese, ...node } = value as Node
  const members = Object.entries(node).map(([name, member]) => [name, edition(member, textsOf)])
  return { ...Object.fromEntries(members), ...textsOf(value as Node) } as Node
}
