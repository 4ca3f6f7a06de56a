import { readFileSync } from 'node:fs'
import type { Language } from '../shared/languages.ts'
import type { Interface } from './interfaces.ts'
import type { Scene } from './scenes.ts'
import { codeOf } from './scenes.ts'

/** A table of a guide page, of which the rows that concern an interface are shown on its page. */
export interface CodeTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What an interface may answer besides success, by whom it is answered. */
export interface CodeContext {
  readonly language: Language
  readonly answers: readonly Scene[]
  /** The codes that the contract has for its answers; empty where they are not enumerated. */
  readonly known: readonly string[]
}

/** The result codes of an interface with what to do, from the page of the guide that explains them all. */
export function codeTables(one: Interface, context: CodeContext): CodeTable[] {
  if (one.document === 'seller') return [sellerCodes(context)]
  if (one.document === 'store') return storeSections(one).map((part) => storeCodes(part, context))
  return []
}

/** Where the guide explains all of them. */
export function codePage({ document }: Interface): string {
  return { seller: 'errors', store: 'store-codes', management: 'problems' }[document]
}

/** What the guide says of a problem of the management API: the status and one sentence, or more. */
export function problemText(code: string, language: Language): string {
  const page = guide('problems', language)
  const [, text = ''] = new RegExp(`^## ${code}\\n\\n(.+)$`, 'm').exec(page) ?? []
  return toInterfaces(text.replace(/^HTTP \d{3}[:：] ?/, ''))
}

// What begins with 0000 may happen at each call; a reason of its own has a scene where it may.
function sellerCodes({ language, answers, known }: CodeContext): CodeTable {
  const told = new Set(answers.map(({ example }) => codeOf(example.value)))
  const { heads, rows } = tableIn('errors', 'result-codes', language)
  const concerns = (code: string) =>
    known.includes(code) && (code.startsWith('0000') || told.has(code))
  return { heads, rows: rows.filter(([cell = '']) => codesIn(cell).some(concerns)) }
}

function storeSections({ operation }: Interface): readonly string[] {
  const {
    operationId,
    tags: [tag = ''],
  } = operation
  if (operationId === 'uploadEventFile') return ['of-the-license-upload', 'gateway']
  const sections: Readonly<Record<string, readonly string[]>> = {
    'Store orders': ['of-every-open-api'],
    'Store usage': ['of-every-open-api', 'of-the-usage-push', 'of-a-single-usage-record'],
    'Store licenses': ['of-the-license-codes', 'gateway'],
    'Auth centre': ['of-the-auth-centre'],
  }
  return sections[tag] ?? []
}

function storeCodes(part: string, { language }: CodeContext): CodeTable {
  if (part !== 'gateway') return tableIn('store-codes', part, language)
  const { heads, rows } = tableIn('store-codes', 'of-every-open-api', language)
  return { heads, rows: rows.filter(([cell = '']) => cell.startsWith('`APIGW')) }
}

// A cell has a code, or the first and the last of several.
function codesIn(cell: string): string[] {
  const [first = '', last = first] = [...cell.matchAll(/`(\d{6})`/g)].map(([, code = '']) => code)
  const length = Number(last) - Number(first) + 1
  return Array.from({ length }, (_, at) => String(Number(first) + at).padStart(6, '0'))
}

function tableIn(page: string, id: string, language: Language): CodeTable {
  const parts = guide(page, language)
    .replace(/^<a id="([\w-]+)"><\/a>\n\n## .+$/gm, '## $1')
    .split(/^## /m)
  const part = parts.find((text) => idOf(text.split('\n', 1)[0] ?? '') === id) ?? ''
  const [heads, , ...rows] = (part.match(/^\|.+\|$/gm) ?? []).map(cellsOf)
  if (heads === undefined) throw new Error(`docs/${language}/${page}.md has no table at ${id}`)
  return { heads, rows }
}

function cellsOf(row: string): string[] {
  return row.slice(2, -2).split(' | ').map(toInterfaces)
}

function idOf(heading: string): string {
  return (heading.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')
}

function guide(page: string, language: Language): string {
  return readFileSync(`docs/${language}/${page}.md`, 'utf8')
}

// The pages of the interfaces lie one folder below those of the guide.
function toInterfaces(text: string): string {
  return text.replace(/\]\(([a-z0-9-]+)\.md(#[^)]*)?\)/g, '](../$1.html$2)')
}
