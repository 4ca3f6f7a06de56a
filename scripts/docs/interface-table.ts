import { type Contract, type DocumentName, documentNames } from './contract-documents.ts'
import { escape } from './escape.ts'
import { type Direction, type Interface, interfacesOf } from './interfaces.ts'
import type { Language } from './language.ts'

interface TableWords {
  readonly columns: Readonly<Record<Column, string>>
  readonly directions: Readonly<Record<Direction, string>>
  readonly none: string
  readonly own: string
}

const columns = [
  'direction',
  'call',
  'what',
  'generation',
  'key',
  'repeat',
  'retry',
  'source',
] as const
type Column = (typeof columns)[number]

const words: Readonly<Record<Language, TableWords>> = {
  en: {
    columns: {
      direction: 'Direction',
      call: 'Call',
      what: 'What',
      generation: 'Generation',
      key: 'Key',
      repeat: 'What makes a repeat',
      retry: 'Retry window',
      source: 'Source',
    },
    directions: {
      'store-seller': 'store → seller',
      'seller-store': 'seller → store',
      'product-koogate': 'product → Koogate',
      'koogate-product': 'Koogate → product',
    },
    none: 'none',
    own: 'our own',
  },
  zh: {
    columns: {
      direction: '方向',
      call: '调用',
      what: '用途',
      generation: '接口代别',
      key: '密钥',
      repeat: '重复调用的判定',
      retry: '重试窗口',
      source: '出处',
    },
    directions: {
      'store-seller': '云商店 → 商家',
      'seller-store': '商家 → 云商店',
      'product-koogate': '商家产品 → Koogate',
      'koogate-product': 'Koogate → 商家产品',
    },
    none: '无',
    own: 'Koogate 自有',
  },
}

/** The tables of interfaces and the list of keys, made from the contract, by the name of their insert. */
export function interfaceInserts(contract: Contract, language: Language): Record<string, string> {
  const interfaces = interfacesOf(contract)
  const tables = documentNames.map((name) => [
    `interfaces-${name}`,
    tableOf(
      interfaces.filter(({ document }) => document === name),
      words[language],
    ),
  ])
  return { ...(Object.fromEntries(tables) as object), 'interface-keys': keyList(contract) }
}

// The roles say again what the elements are: as cards on a narrow screen they would not be a table.
function tableOf(interfaces: readonly Interface[], text: TableWords): string {
  const heads = columns.map(
    (one) => `<th role="columnheader" scope="col">${text.columns[one]}</th>`,
  )
  return `<div class="table"><table class="cards interfaces" role="table">
<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">
${interfaces.map((one) => rowOf(one, text)).join('\n')}
</tbody>
</table></div>`
}

function rowOf(one: Interface, text: TableWords): string {
  const cells = cellsOf(one, text)
  const made = columns.map(
    (column) =>
      `<td role="cell" data-label="${text.columns[column]}"><div>${cells[column]}</div></td>`,
  )
  return `<tr role="row" id="${one.id}">${made.join('')}</tr>`
}

function cellsOf(one: Interface, text: TableWords): Record<Column, string> {
  const call = `${one.method.toUpperCase()} ${one.path}`
  const activity = one.activity === undefined ? '' : ` <code>${one.activity}</code>`
  return {
    direction: text.directions[one.direction],
    call: `<a href="${one.reference}"><code>${escape(call)}</code></a>${activity}`,
    what: english(one.what),
    generation: escape(one.tag),
    key: one.keys.map((key) => `<code>${key}</code>`).join(' ') || text.none,
    repeat: english(one.repeat),
    retry: english(one.retry),
    source: sourceOf(one, text),
  }
}

function sourceOf({ source }: Interface, text: TableWords): string {
  if (source === 'own') return text.own
  const page = source.url.split('/').at(-1) ?? ''
  return `<a href="${escape(source.url)}" rel="noreferrer">${escape(page.replace('.html', ''))}</a> (${escape(source.edition)})`
}

function keyList(contract: Contract): string {
  const schemes = new Map(
    documentNames.flatMap((name: DocumentName) =>
      Object.entries(contract[name].components.securitySchemes),
    ),
  )
  const items = [...schemes].map(
    ([name, { description }]) => `<li><code>${name}</code>: ${english(description.trim())}</li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}

// The sentences of the contract are English on every page.
function english(text: string): string {
  const marked = escape(text).replace(/`([^`]+)`/g, '<code>$1</code>')
  return `<span lang="en">${marked}</span>`
}
