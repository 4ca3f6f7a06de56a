// Parts of files that people write, made from the contract and the rules of conformance between two
// marks: `<!-- generated: retry table of saasV2 -->` and `<!-- /generated -->`.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type RepeatedCall, storeRetries } from '../../src/contract/store-retries.ts'
import { type Language, languages } from '../shared/languages.ts'
import { retryTable } from './retry-table.ts'
import { ruleTable } from './rule-table.ts'

const part = /^( *)<!-- generated: (.+) -->\n[\s\S]*?^ *<!-- \/generated -->$/gm

/** The files whose made parts differ from what the bundled seller contract says, as they are to be. */
export function staleParts(seller: object): ReadonlyMap<string, string> {
  const calls = storeRetries(seller)
  const files = folders.flatMap((folder) => filesIn(folder))
  return new Map(
    files.flatMap((file) => {
      const [before, now] = [read(file), withParts(file, calls)]
      return before === now ? [] : [[file, now] as const]
    }),
  )
}

const folders = [...languages.map((language) => join('docs', language)), 'openapi/paths/seller']

function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(md|yaml)$/.test(name))
  return names.map((name) => join(folder, name))
}

function withParts(file: string, calls: readonly RepeatedCall[]): string {
  const text = read(file)
  return text.replace(part, (_part, indent: string, name: string, at: number) => {
    const lines = [
      `<!-- generated: ${name} -->`,
      '',
      ...tableOf(name, { file, language: languageAt(file, text.slice(0, at)) }, calls).split('\n'),
      '',
      '<!-- /generated -->',
    ]
    return lines.map((line) => (line === '' ? '' : indent + line)).join('\n')
  })
}

/** Where a table is: in a page of the guide, or in a text of the contract. */
interface Place {
  readonly file: string
  readonly language: Language
}

function tableOf(name: string, { file, language }: Place, calls: readonly RepeatedCall[]): string {
  const [, group] = /^rules of (.+)$/.exec(name) ?? []
  if (group !== undefined) return ruleTable(group, language)
  const [, operations] = /^retry table of (.+)$/.exec(name) ?? []
  if (operations === undefined) throw new Error(`${file}: nothing makes "${name}"`)
  const named = operations.split(', ').flatMap((operation) => callsOf(operation, file, calls))
  return retryTable(named, language, { linked: file.endsWith('.md') })
}

// The kit has an operation for each activity: `kit…V2` names them all.
function callsOf(operation: string, file: string, calls: readonly RepeatedCall[]): RepeatedCall[] {
  const [start = '', end = ''] = operation.split('…')
  const named = calls.filter(({ operationId }) =>
    operation.includes('…')
      ? operationId.startsWith(start) && operationId.endsWith(end)
      : operationId === operation,
  )
  if (named.length === 0) throw new Error(`${file}: the contract has no operation ${operation}`)
  return named
}

// The Chinese of an operation of the contract follows its English.
function languageAt(file: string, before: string): Language {
  if (file.endsWith('.yaml')) {
    return before.lastIndexOf('x-zh:') > before.lastIndexOf('operationId:') ? 'zh' : 'en'
  }
  const language = languages.find((one) => join('docs', one) === dirname(file))
  if (language === undefined) throw new Error(`${file} stands in no language`)
  return language
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
