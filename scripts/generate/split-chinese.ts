import { type Node, type Texts, chineseTexts, isNode } from '../shared/chinese-texts.ts'

/** A bundled document without its Chinese, and the Chinese texts, each where the English one is. */
export interface Split {
  readonly document: unknown
  readonly chinese: Node | undefined
}

/**
 * Takes `x-zh` out of a bundled document: the service, which reads the bundle at every start, has no
 * use for it. What is left of the tree are the nodes on the way to a text; a list is told by its indices.
 */
export function splitChinese(node: unknown): Split {
  if (!isNode(node)) return { document: node, chinese: undefined }
  const parts = Object.entries(node)
    .filter(([name]) => name !== 'x-zh')
    .map(([name, value]) => ({ name, ...splitChinese(value) }))
  const below = parts.filter(({ chinese }) => chinese !== undefined)
  const chinese = {
    ...Object.fromEntries(below.map(({ name, chinese: texts }) => [name, texts])),
    ...joined(chineseTexts(node)),
  }
  return {
    document: Array.isArray(node)
      ? parts.map(({ document }) => document)
      : Object.fromEntries(parts.map(({ name, document }) => [name, document])),
    chinese: Object.keys(chinese).length === 0 ? undefined : chinese,
  }
}

// Markdown shows the end of a line as a blank, which Chinese does not put between its sentences.
function joined(texts: Texts = {}): Texts {
  const entries = Object.entries(texts)
  return Object.fromEntries(entries.map(([name, text]) => [name, text.replaceAll(lineEnd, '')]))
}

const lineEnd = /(?<=[。；：，）])\n(?=[\p{Script=Han}“《（])/gu
