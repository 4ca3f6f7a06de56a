/** What people read of a node of the contract, by the member's name: the same in both languages. */
export type Texts = Readonly<Record<string, string>>

/** A node of a document, as far as its texts are read. */
export type Node = Readonly<Record<string, unknown>>

// `x-retry` where it is a sentence, `was` in x-changed.
const members = ['title', 'summary', 'description', 'x-repeat', 'x-retry', 'x-note', 'was']

/** The English texts of a node that have a Chinese one beside them in `x-zh`. */
export function textsToTranslate(node: Node): Texts {
  const texts = members.map((name) => [name, node[name]] as const)
  return Object.fromEntries(texts.filter(([name, text]) => isProse(name, text))) as Texts
}

/**
 * The Chinese texts of a node by the member that each belongs to: `x-zh` alone is that of the only text.
 * Undefined if it is neither a text nor a mapping of them.
 */
export function chineseTexts(node: Node): Texts | undefined {
  const chinese = node['x-zh'] ?? {}
  if (typeof chinese !== 'string') return isTexts(chinese) ? chinese : undefined
  const [name, ...others] = Object.keys(textsToTranslate(node))
  return name === undefined || others.length > 0 ? undefined : { [name]: chinese }
}

// A title that is the name of an activity, and a text of nothing but code words, are said as they are.
function isProse(name: string, text: unknown): boolean {
  if (typeof text !== 'string') return false
  if (name === 'title' && /^([a-z]\w*|[A-Z_]+)$/.test(text)) return false
  return hasWords(text)
}

/** Whether a text says anything besides its code words. */
export function hasWords(text: string): boolean {
  return /\p{Letter}{2}/u.test(text.replaceAll(/`[^`]*`/g, ''))
}

function isTexts(value: unknown): value is Texts {
  return isNode(value) && Object.values(value).every((text) => typeof text === 'string')
}

/** Whether a value has members; a list has its indices. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
