import type { Language } from '../shared/languages.ts'
import { fieldId, interfacePath } from './addresses.ts'
import { type Content, type Contract, type Schema, resolved } from './contract-documents.ts'
import { fieldsOf } from './fields.ts'
import { nameOf } from './interface-list.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import type { NewEntry } from './search-sections.ts'
import { textOf } from './text.ts'

/** What is found of the contract: each interface, and each name of a field once. */
export function contractEntries(contract: Contract, language: Language): NewEntry[] {
  const english = new Map(interfacesOf(contract).map(({ id, what }) => [id, what.text]))
  const interfaces = interfacesOf(contract, language)
  const uses = interfaces.flatMap((one) => usesIn(one, contract, language))
  return [
    ...interfaces.map((one) => interfaceEntry(one, english.get(one.id) ?? '', language)),
    ...fieldEntries(uses, language),
  ]
}

function titleOf(one: Interface): string {
  return `${nameOf(one)} · ${one.tag}`
}

function interfaceEntry(one: Interface, english: string, language: Language): NewEntry {
  const { method, path, operation, what, document } = one
  const call = `${method.toUpperCase()} ${path}`
  // The store's own name of its interfaces stands in brackets there: 创建实例.
  const [, named = ''] =
    (document !== 'management' && /\((\p{Script=Han}[^)]*)\)/u.exec(english)) || []
  const names = [nameOf(one), operation.operationId, path, call, what.text, named]
  return {
    kind: 'interface',
    title: titleOf(one),
    heading: '',
    names: [...new Set(names)].filter(Boolean),
    summary: `${what.text} ${named}`.trim(),
    text: one.description.text.replace(/\s+/g, ' '),
    url: `${interfacePath(language, one)}.html`,
  }
}

/** A field of a message of an interface. */
interface Use {
  readonly name: string
  readonly meaning: string
  readonly one: Interface
  readonly isAsked: boolean
  readonly depth: number
  readonly url: string
}

// What is asked comes before what is answered.
function usesIn(one: Interface, contract: Contract, language: Language): Use[] {
  const document = contract[one.document]
  const { requestBody, responses = {} } = one.operation
  const use = (section: string, name: string, meaning: string): Use => ({
    name: name.split('.').at(-1)?.replace('[]', '') ?? name,
    meaning,
    one,
    isAsked: !section.startsWith('answer'),
    depth: name.split('.').length,
    url: `${interfacePath(language, one)}.html#${fieldId(section, name)}`,
  })
  const parameters = one.parameters.filter(({ name }) => name !== 'parameters')
  const query = one.parameters.filter(({ name }) => name === 'parameters')
  const bodies = [...schemasOf(requestBody?.content), ...query.map(({ schema }) => schema)]
  const request = one.schema === undefined ? bodies : [one.schema]
  const answers = Object.entries(responses)
    // Those that refuse have no table on the page.
    .filter(([status]) => /^[23]/.test(status))
    .map(([status, answer]) => {
      return [`answer-${status}`, schemasOf(resolved(answer, document).content)] as const
    })
  return [
    ...parameters.map((one) =>
      use('parameter', one.name, textOf(one, 'description', language).text),
    ),
    ...[['request', request] as const, ...answers].flatMap(([section, schemas]) =>
      schemas
        .flatMap((schema) => fieldsOf(schema, { document, language }))
        .map(({ name, meaning }) => use(section, name, meaning.text)),
    ),
  ]
}

function schemasOf(content: Content = {}): Schema[] {
  return Object.values(content).map(({ schema }) => schema)
}

const mostNamed = 8

// A field that many messages have is found once, where it is asked for first.
function fieldEntries(uses: readonly Use[], language: Language): NewEntry[] {
  return [...Map.groupBy(uses, ({ name }) => name)].flatMap(([name, all]) => {
    const first = firstOf(all)
    if (first === undefined || name === '') return []
    const title = titleOf(first.one)
    const others = [...new Set(all.map(({ one }) => titleOf(one)))].filter(
      (other) => other !== title,
    )
    const also = others.slice(0, mostNamed).join(language === 'zh' ? '、' : ', ')
    const text = [first.meaning.replace(/\s+/g, ' '), also].filter(Boolean).join(' · ')
    return { kind: 'field', title, heading: name, names: [name], summary: '', text, url: first.url }
  })
}

// Of the first document that asks for it the use that stands least deep.
function firstOf(uses: readonly Use[]): Use | undefined {
  const asked = uses.filter(({ isAsked }) => isAsked)
  const wanted = asked.length > 0 ? asked : uses
  return wanted
    .filter(({ one }) => one.document === wanted[0]?.one.document)
    .sort((one, other) => one.depth - other.depth)[0]
}
