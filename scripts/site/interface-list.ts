import type { Language } from '../shared/languages.ts'
import { type DocumentName, documentNames } from '../shared/document-names.ts'
import type { Contract } from './contract-documents.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import { code, inline, table } from './markdown.ts'
import { textOf } from './text.ts'
import { words } from './words.ts'

/**
 * The page docs/<language>/interfaces.md with its tables made anew from the contract: what stands
 * between `<!-- name -->` and `<!-- /name -->`. Throws when a mark is missing.
 */
export function fillInterfaceList(page: string, contract: Contract, language: Language): string {
  const parts = [
    ...documentNames.map((name) => [`interfaces-${name}`, listOf(name, contract, language)]),
    ['interface-keys', keyList(contract, language)],
  ] as [string, string][]
  return parts.reduce(fill, page)
}

function fill(page: string, [name, text]: [string, string]): string {
  const marked = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`)
  if (!marked.test(page)) throw new Error(`the page has no place called ${name}`)
  return page.replace(marked, (_all, begin: string, end: string) => `${begin}\n\n${text}\n\n${end}`)
}

function listOf(document: DocumentName, contract: Contract, language: Language): string {
  const interfaces = interfacesOf(contract, language).filter((one) => one.document === document)
  return familiesOf(interfaces)
    .map(([tag, ones]) => {
      const rows = ones.map((one) => rowOf(one, language))
      const heading = `<a id="${familyId(document, ones)}"></a>\n\n### ${ones[0]?.family ?? tag}`
      return `${heading}\n\n${table(words[language].heads, rows)}`
    })
    .join('\n\n')
}

// The same in both languages.
function familyId(document: DocumentName, [one]: readonly Interface[]): string {
  const [tag = ''] = one?.operation.tags ?? []
  return `${document}-${tag.toLowerCase().replaceAll(' ', '-')}`
}

/** Interfaces by their tag, in the contract's order. */
export function familiesOf(interfaces: readonly Interface[]): [string, Interface[]][] {
  return [...Map.groupBy(interfaces, ({ tag }) => tag)]
}

/** What an interface is called in a list of its family. */
export function nameOf({ activity, operation }: Interface): string {
  return activity ?? operation.operationId
}

// The anchor is a link on the site, where each interface has a page.
function rowOf(one: Interface, language: Language): string[] {
  const text = words[language]
  const call = `${one.method.toUpperCase()} ${one.path}`
  return [
    `<a id="${one.id}">${nameOf(one)}</a> ${code(call)}`,
    inline(one.what, language),
    one.keys.map(code).join(' ') || text.none,
    inline(one.repeat, language),
    inline(one.retry, language),
    one.source === 'own' ? text.own : `[${one.source.edition}](${one.source.url})`,
  ]
}

function keyList(contract: Contract, language: Language): string {
  const schemes = new Map(
    documentNames.flatMap((name) => Object.entries(contract[name].components.securitySchemes)),
  )
  return [...schemes]
    .map(
      ([name, scheme]) =>
        `- ${code(name)}${words[language].colon}${inline(textOf(scheme, 'description', language), language)}`,
    )
    .join('\n')
}
