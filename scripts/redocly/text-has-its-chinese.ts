import {
  type Node,
  type Texts,
  chineseTexts,
  isNode,
  textsToTranslate,
} from '../shared/chinese-texts.ts'
import { codeOf } from '../shared/code-words.ts'

// What Redocly hands to a rule, as far as it is read here.
interface Location {
  readonly source: { readonly absoluteRef: string }
  readonly child: (name: readonly string[]) => Location
}
interface Context {
  readonly location: Location
  readonly type: { readonly name: string }
  readonly report: (problem: { message: string; location: Location }) => void
  readonly resolve: (node: unknown, from: string) => { readonly node: unknown }
}

/**
 * Every text of the contract has its Chinese in `x-zh` beside it, with the same code words, and no
 * Chinese is left whose text is gone. Beside a reference there may be texts too.
 */
export const textHasItsChinese = () => ({ any: judge, ref: judge })

function judge(node: unknown, context: Context): void {
  if (!isNode(node) || Array.isArray(node)) return
  const { location, type } = context
  if (type.name === 'SpecExtension') return
  judgeTexts(node, type.name === 'Tag' ? tagName(node) : {}, context)
  const changed = node['x-changed']
  if (!isNode(changed)) return
  judgeTexts(changed, {}, { ...context, location: location.child(['x-changed']) })
}

// A tag's name is what operations refer to, so the reader is shown another in its place.
function tagName({ name }: Node): Texts {
  return { 'x-displayName': String(name) }
}

function judgeTexts(written: Node, beside: Texts, context: Context): void {
  const node = withFiles(written, context)
  const english = { ...textsToTranslate(node), ...beside }
  const chinese = chineseTexts(node)
  const faults = chinese === undefined ? [aloneOrMapping] : faultsOf(english, chinese)
  for (const message of faults) context.report({ message, location: context.location })
}

const aloneOrMapping =
  'x-zh is the Chinese of the only text beside it, or a mapping with a member for each of them.'

function faultsOf(english: Texts, chinese: Texts): string[] {
  const names = [...new Set([...Object.keys(english), ...Object.keys(chinese)])]
  return names.flatMap((name) => faultOf(name, english[name], chinese[name]) ?? [])
}

function faultOf(name: string, english?: string, chinese?: string): string | undefined {
  if (english === undefined) return `x-zh has a Chinese ${name}, and there is no English one.`
  if (chinese === undefined) return `${name} has its Chinese in x-zh.`
  if (!/\p{Script=Han}/u.test(chinese)) return `${name} is not in Chinese in x-zh.`
  const [before, after] = [codeOf(english), codeOf(chinese)]
  const missing = [...before].filter((word) => !after.has(word))
  const added = [...after].filter((word) => !before.has(word))
  if (missing.length + added.length === 0) return undefined
  return `${name} has the same code words in both languages; missing in x-zh: ${missing.join(', ') || 'none'}; only there: ${added.join(', ') || 'none'}.`
}

// Long prose is in a file of its own: `description: { $ref: descriptions/seller.md }`.
function withFiles(node: Node, { location, resolve }: Context): Node {
  const { absoluteRef } = location.source
  const text = (value: unknown) => (isReference(value) ? resolve(value, absoluteRef).node : value)
  const chinese = node['x-zh']
  const inFiles = isNode(chinese) && {
    'x-zh': Object.fromEntries(Object.entries(chinese).map(([name, value]) => [name, text(value)])),
  }
  return { ...node, description: text(node['description']), ...inFiles }
}

function isReference(value: unknown): boolean {
  return isNode(value) && '$ref' in value
}
