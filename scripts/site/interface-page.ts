import type { Language } from '../shared/languages.ts'
import { interfacePath } from './addresses.ts'
import { type Answer, type Contract, type Parameter, resolved } from './contract-documents.ts'
import { fieldTable } from './field-table.ts'
import { type Field, fieldsOf, typeOf } from './fields.ts'
import { nameOf } from './interface-list.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import { block, code, inline, sourceLink, table } from './markdown.ts'
import type { Page } from './page.ts'
import { codePage, codeTables, problemText } from './result-codes.ts'
import { sampleSection } from './sample-tabs.ts'
import { scenesSection } from './scene-section.ts'
import { type Scene, type SceneContext, answerScenes, codeOf } from './scenes.ts'
import { textOf } from './text.ts'
import { type Words, referencePage, words } from './words.ts'

/** A page for each interface of the contract, in one language. */
export function interfacePages(contract: Contract, language: Language): Page[] {
  const all = interfacesOf(contract, language)
  const activities = all.flatMap(({ activity }) => activity ?? [])
  return all.map((one) => {
    const document = contract[one.document]
    const page = { document, activities, language, text: words[language], one }
    return {
      path: interfacePath(language, one),
      title: `${nameOf(one)} · ${one.family}`,
      description: one.what.text,
      body: bodyOf({ ...page, answers: answersOf(page) }),
      options: { sidebar: { label: nameOf(one) } },
    }
  })
}

/** What a page is made from. */
export interface PageContext extends SceneContext {
  readonly one: Interface
  readonly language: Language
  readonly text: Words
}

interface StatusAnswer {
  readonly status: string
  readonly answer: Answer
  readonly scenes: readonly Scene[]
}

type BodyContext = PageContext & { readonly answers: readonly StatusAnswer[] }

function answersOf(page: PageContext): StatusAnswer[] {
  return Object.entries(page.one.operation.responses ?? {}).map(([status, reference]) => {
    const answer = resolved(reference, page.document)
    const scenes = answerScenes(page.one, [status, answer.content ?? {}], page)
    return { status, answer, scenes }
  })
}

function bodyOf(page: BodyContext): string {
  const { one, text, language, answers } = page
  const reference = `[${text.whole}](../${referencePage(one.document)}.html#operation/${one.operation.operationId})`
  const scenes = answers.flatMap((answer) => answer.scenes)
  return [
    block(one.description, language),
    factsOf(page),
    section(text.sample, 'sample', sampleSection(one, page, text)),
    section(text.parameters, 'parameters', parametersOf(page)),
    section(text.request, 'request', requestOf(page)),
    section(text.scenes, 'scenes', scenesSection(page, scenes)),
    section(text.repeats, 'repeats', repeatsOf(page)),
    section(text.codes, 'codes', codesOf(page)),
    ...answers.filter(({ status }) => /^[23]/.test(status)).map((answer) => answerOf(answer, page)),
    reference,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function factsOf({ one, text }: BodyContext): string {
  const { direction, call, key, source } = text.facts
  const names = one.keys.map((name) => keyLink(name, one, text))
  return table(
    ['', ''],
    [
      [direction, text.directions[one.direction]],
      [call, code(`${one.method.toUpperCase()} ${one.path}`)],
      [key, names.join(' ') || text.none],
      [source, sourceLink(one.source, text)],
    ],
  )
}

// Where the guide explains how a call is proved.
const keyPages: Readonly<Record<string, string>> = {
  basicSignature: 'signing-v2',
  licenseSignature: 'signing-v2',
  orderSignature: 'signing-v2',
  kitSignature: 'signing-kit',
  v1AuthToken: 'signing-v1',
  kitV1AuthToken: 'signing-v1',
  akSkSignature: 'signing-ak-sk',
  usageSignature: 'signing-usage',
  userAccessToken: 'sign-on',
  managementToken: 'management-api',
  managementSession: 'management-api',
  webhookSignature: 'webhooks',
}

function keyLink(name: string, { operation }: Interface, text: Words): string {
  const page = keyPages[name]
  const scopes = (operation.security ?? []).flatMap((one) => (one[name] ?? []) as readonly string[])
  const scope = scopes.length === 0 ? '' : ` (${text.scope} ${scopes.map(code).join(' ')})`
  return `${page === undefined ? code(name) : `[${code(name)}](../${page}.html)`}${scope}`
}

function section(heading: string, id: string, body: string): string {
  return body === '' ? '' : `## ${heading} {#${id}}\n\n${body}`
}

// A query that is read as one object is the request itself, told apart by its activity.
function parametersOf({ one, document, language }: BodyContext): string {
  const plain = one.parameters.filter(({ name }) => name !== 'parameters')
  const field = (parameter: Parameter): Field => ({
    name: parameter.name,
    type: `${typeOf(resolved(parameter.schema, document), document)} (${parameter.in})`,
    required: parameter.required === true,
    meaning: textOf(parameter, 'description', language),
  })
  return fieldTable(plain.map(field), 'parameter', language)
}

function requestOf(page: BodyContext): string {
  const { one, document, language } = page
  const query = one.parameters.filter(({ name }) => name === 'parameters')
  const contents = [
    ...Object.entries(one.operation.requestBody?.content ?? {}),
    ...query.map((whole) => ['', whole] as const),
  ]
  return contents
    .flatMap(([type, { schema }]) => [
      type === '' ? '' : code(type),
      fieldTable(fieldsOf(one.schema ?? schema, { document, language }), 'request', language),
    ])
    .filter((part) => part !== '')
    .join('\n\n')
}

function answerOf(
  { status, answer }: StatusAnswer,
  { document, language, text }: BodyContext,
): string {
  const parts = Object.entries(answer.content ?? {}).flatMap(([type, { schema }]) => [
    code(type),
    fieldTable(fieldsOf(schema, { document, language }), `answer-${status}`, language),
  ])
  const described = inline(textOf(answer, 'description', language), language)
  return section(
    `${text.answer} ${status}`,
    `answer-${status}`,
    [described, ...parts].filter((part) => part !== '').join('\n\n'),
  )
}

function repeatsOf({ one, language, text }: BodyContext): string {
  const lines = [
    [text.repeat, inline(one.repeat, language)],
    [text.retry, inline(one.retry, language)],
  ]
  const told = lines
    .filter(([, said]) => said !== '')
    .map(([name, said]) => `- **${name}**${text.colon}${said}`)
  return `${told.join('\n')}\n\n${text.retryMore}`
}

function codesOf(page: BodyContext): string {
  const { one, language, text, answers, document } = page
  const known = answers.flatMap(({ answer }) =>
    Object.values(answer.content ?? {}).flatMap(({ schema }) => {
      const { resultCode } = resolved(schema, document).properties ?? {}
      return resultCode === undefined ? [] : (resolved(resultCode, document).enum ?? []).map(String)
    }),
  )
  const scenes = answers.flatMap((answer) => answer.scenes)
  const tables = codeTables(one, { language, answers: scenes, known })
    .filter(({ rows }) => rows.length > 0)
    .map(({ heads, rows }) => table(heads, rows))
  const own = one.document === 'management' ? [problemsOf(page)] : tables
  const shown = own.filter((part) => part !== '')
  if (shown.length === 0) return ''
  return [...shown, `[${text.codesMore}](../${codePage(one)}.html)`].join('\n\n')
}

// A product refuses with a result code of the store.
function codePlace(name: string): string {
  return /^\d+$/.test(name) ? 'errors.html#result-codes' : `problems.html#${name}`
}

// A product answers a webhook by HTTP; what Koogate answers has a part of the guide for each code.
function problemsOf({ one, answers, language, text }: BodyContext): string {
  const isOfProduct = one.direction === 'koogate-product'
  const rows = answers
    .filter(({ status }) => !/^[23]/.test(status))
    .map(({ status, answer, scenes }) => {
      const codes = [...new Set(scenes.flatMap(({ example }) => codeOf(example.value) ?? []))]
      const [only = '', ...others] = codes
      const links = codes.map((name) => `[${code(name)}](../${codePlace(name)})`)
      const told = isOfProduct || others.length > 0 ? '' : problemText(only, language)
      const said = told === '' ? inline(textOf(answer, 'description', language), language) : told
      return [status, links.join(text.comma) || '–', said]
    })
  return rows.length === 0 ? '' : table(text.problemHeads, rows)
}
