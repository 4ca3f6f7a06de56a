import { type Contract, documentNames } from './contract-documents.ts'
import { type Interface, interfacesOf } from './interfaces.ts'

const heads = ['Call', 'Activity', 'What', 'Generation', 'Key', 'Repeat', 'Retry window', 'Source']
const titles = {
  seller: 'The store calls the seller',
  store: 'The seller calls the store',
  management: "The seller's product and operators call Koogate",
} as const

/** The table of interfaces as Markdown, for those who read the repository and not the site. */
export function interfaceList(contract: Contract): string {
  const interfaces = interfacesOf(contract)
  const parts = documentNames.map((name) => {
    const rows = interfaces.filter(({ document }) => document === name).map(rowOf)
    return [`## ${titles[name]}`, '', row(heads), row(heads.map(() => '---')), ...rows].join('\n')
  })
  const head = '# All interfaces\n\nMade from the contract by `npm run docs`; edit the contract.'
  return `${[head, ...parts].join('\n\n')}\n`
}

function rowOf(one: Interface): string {
  const { method, path, activity, what, tag, keys, repeat, retry, source } = one
  return row([
    code(`${method.toUpperCase()} ${path}`),
    activity === undefined ? '' : code(activity),
    what,
    tag,
    keys.map(code).join(' '),
    repeat,
    retry,
    source === 'own' ? 'own' : `[${source.edition}](${source.url})`,
  ])
}

function code(text: string): string {
  return `\`${text}\``
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
