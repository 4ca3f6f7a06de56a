import type { Language } from '../shared/languages.ts'
import { interfacePath } from './addresses.ts'
import { type Content, type Contract, type Schema, resolved } from './contract-documents.ts'
import { fieldsOf } from './fields.ts'
import { nameOf } from './interface-list.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import type { NewEntry } from './search-sections.ts'

/** What is found of the contract: each interface, and each name of a field once. */
export function contractEntries(contract: Contract, language: Language): NewEntry[] {
  const interfaces = interfacesOf(contract)
  return [
    ...interfaces.map((one) => interfaceEntry(one, language)),
    ...fieldEntries(
      interfaces.flatMap((one) => usesIn(one, contract)),
      language,
    ),
  ]
}

function titleOf(one: Interface): string {
  return `${nameOf(one)} · ${one.tag}`
}

function interfaceEntry(one: Interface, language: Language): NewEntry {
  const { method, path, operation } = one
  const call = `${method.toUpperCase()} ${path}`
  return {
    kind: 'interface',
    title: titleOf(one),
    heading: '',
    names: [...new Set([nameOf(one), operation.operationId, path, call, ...storeNamesOf(one)])],
    summary: one.what,
    text: one.description.replace(/\s+/g, ' '),
    url: `${interfacePath(language, one)}.html`,
  }
}

// The store's own name of its interfaces stands in brackets: 创建实例.
function storeNamesOf({ document, what }: Interface): string[] {
  if (document === 'management') return []
  return [...what.matchAll(/\((\p{Script=Han}[^)]*)\)/gu)].map(([, name = '']) => name)
}

/** A field of a message of an interface. */
interface Use {
  readonly name: string
  readonly meaning: string
  readonly one: Interface
  readonly section: string
  readonly depth: number
}

// What is asked comes before what is answered.
function usesIn(one: Interface, contract: Contract): Use[] {
  const document = contract[one.document]
  const { parameters = [], requestBody, responses = {} } = one.operation
  const plain = parameters.map((parameter) => resolved(parameter, document))
  const request = one.schema === undefined ? schemasOf(requestBody?.content) : [one.schema]
  const answers = Object.entries(responses).map(
    ([status, answer]) =>
      [`answer-${status}`, schemasOf(resolved(answer, document).content)] as const,
  )
  const messages = [['request', request] as const, ...answers]
  return [
    ...plain.map(({ name, description = '' }) => ({
      name,
      meaning: description,
      one,
      section: 'parameters',
      depth: 0,
    })),
    ...messages.flatMap(([section, schemas]) =>
      schemas.flatMap((schema) =>
        fieldsOf(schema, document).map(({ name, meaning }) => ({
          name: name.split('.').at(-1)?.replace('[]', '') ?? name,
          meaning: meaning.replace(/<[^>]*>/g, ''),
          one,
          section,
          depth: name.split('.').length,
        })),
      ),
    ),
  ]
}

function schemasOf(content: Content = {}): Schema[] {
  return Object.values(content).map(({ schema }) => schema)
}

const mostNamed = 8

// Of the first document that asks for it the use that stands least deep.
function firstOf(uses: readonly Use[]): Use | undefined {
  const asked = uses.filter(({ section }) => !section.startsWith('answer'))
  const wanted = asked.length > 0 ? asked : uses
  return wanted
    .filter(({ one }) => one.document === wanted[0]?.one.document)
    .sort((one, other) => one.depth - other.depth)[0]
}

// A field that many messages have is found once, where it is asked for first.
function fieldEntries(uses: readonly Use[], language: Language): NewEntry[] {
  return [...Map.groupBy(uses, ({ name }) => name)].flatMap(([name, all]) => {
    const first = firstOf(all)
    if (first === undefined || name === '') return []
    const { one, meaning, section } = first
    const others = [...new Set(all.map((use) => titleOf(use.one)))].filter(
      (title) => title !== titleOf(one),
    )
    return {
      kind: 'field',
      title: titleOf(one),
      heading: name,
      names: [name],
      summary: '',
      text: [meaning.replace(/\s+/g, ' '), others.slice(0, mostNamed).join(', ')]
        .filter(Boolean)
        .join(' · '),
      url: `${interfacePath(language, one)}.html#${section}`,
    }
  })
}
