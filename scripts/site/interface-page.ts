import type { Language } from '../shared/languages.ts'
import {
  type Content,
  type Contract,
  type ContractDocument,
  type Example,
  resolved,
} from './contract-documents.ts'
import { fieldsOf, typeOf } from './fields.ts'
import { nameOf } from './interface-list.ts'
import { type Interface, interfacesOf } from './interfaces.ts'
import { code, english, sourceLink, table } from './markdown.ts'
import type { Page } from './page.ts'
import { type Words, referencePage, words } from './words.ts'

/** A page for each interface of the contract, in one language. */
export function interfacePages(contract: Contract, language: Language): Page[] {
  const all = interfacesOf(contract)
  const activities = all.flatMap(({ activity }) => activity ?? [])
  return all.map((one) => {
    const context = { document: contract[one.document], text: words[language], activities }
    return {
      path: `${language}/interfaces/${one.id}`,
      title: `${nameOf(one)} · ${one.tag}`,
      description: one.what,
      body: bodyOf(one, context),
      options: { sidebar: { label: nameOf(one) } },
    }
  })
}

interface Context {
  readonly document: ContractDocument
  readonly text: Words
  /** Every activity of the contract: an example that is named by another one is left out. */
  readonly activities: readonly string[]
}

function bodyOf(one: Interface, context: Context): string {
  const { text } = context
  const reference = `[${text.whole}](../${referencePage(one.document)}.html#operation/${one.operation.operationId})`
  return [
    `<div lang="en">\n\n${one.description.trim()}\n\n</div>`,
    factsOf(one, text),
    section(text.parameters, 'parameters', parametersOf(one, context)),
    section(text.request, 'request', requestOf(one, context)),
    ...answersOf(one, context),
    reference,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function factsOf(one: Interface, text: Words): string {
  const values = [
    text.directions[one.direction],
    code(`${one.method.toUpperCase()} ${one.path}`),
    one.keys.map(code).join(' ') || text.none,
    english(one.repeat),
    english(one.retry),
    sourceLink(one.source, text),
  ]
  const rows = text.facts.map((fact, at) => [fact, values[at] ?? ''])
  return table(['', ''], rows)
}

function section(heading: string, id: string, body: string): string {
  return body === '' ? '' : `## ${heading} {#${id}}\n\n${body}`
}

// A query that is read as one object is the request itself, told apart by its activity.
function parametersOf({ operation }: Interface, { document, text }: Context): string {
  const plain = (operation.parameters ?? [])
    .map((one) => resolved(one, document))
    .filter(({ name }) => name !== 'parameters')
  const rows = plain.map((one) => [
    `${code(one.name)} (${one.in})`,
    typeOf(resolved(one.schema, document)),
    one.required === true ? text.yes : '',
    english(one.description ?? ''),
  ])
  return rows.length === 0 ? '' : table(text.fieldHeads, rows)
}

function requestOf(one: Interface, context: Context): string {
  const { document } = context
  const { parameters = [], requestBody } = one.operation
  const query = parameters
    .map((parameter) => resolved(parameter, document))
    .filter(({ name }) => name === 'parameters')
  const contents = [
    ...Object.entries(requestBody?.content ?? {}),
    ...query.map((q) => ['', q] as const),
  ]
  return contents.map(([type, content]) => messageOf(type, content, one, context)).join('\n\n')
}

function answersOf(one: Interface, context: Context): string[] {
  const { document, text } = context
  return Object.entries(one.operation.responses ?? {}).map(([status, answer]) => {
    const { description = '', content = {} } = resolved(answer, document)
    const messages = Object.entries(content).map(([type, body]) =>
      messageOf(type, body, { ...one, schema: undefined }, context),
    )
    return section(
      `${text.answer} ${status}`,
      `answer-${status}`,
      [english(description), ...messages].join('\n\n'),
    )
  })
}

function messageOf(
  type: string,
  { schema, examples = {} }: Content[string],
  one: Interface,
  context: Context,
): string {
  const { document, text } = context
  const rows = fieldsOf(one.schema ?? schema, document).map((field) => [
    code(field.name),
    field.type,
    field.required ? text.yes : '',
    field.meaning,
  ])
  const scenes = Object.entries(examples)
    .map(([name, example]) => [name, resolved(example, document)] as const)
    .filter(([name, example]) => belongsTo(one, name, example, context))
  return [
    type === '' ? '' : code(type),
    rows.length === 0 ? '' : table(text.fieldHeads, rows),
    ...scenes.map(([name, example]) => sceneOf(name, example, text)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function belongsTo({ activity }: Interface, name: string, { value }: Example, context: Context) {
  if (activity === undefined) return true
  const said = (value as { readonly activity?: unknown } | undefined)?.activity
  if (said !== undefined) return said === activity
  const [first = ''] = name.split('-')
  return first === activity || !context.activities.includes(first)
}

function sceneOf(
  name: string,
  { summary = '', value }: Example,
  { example, colon }: Words,
): string {
  const [kind, text] =
    typeof value === 'string' ? ['text', value] : ['json', JSON.stringify(value, null, 2)]
  return `**${example} ${code(name)}**${colon}${english(summary)}\n\n\`\`\`${kind}\n${text}\n\`\`\``
}
