import type { Token } from 'markdown-it'
import { textOf } from './sections.ts'

/**
 * Makes the tables of a page fit for a narrow screen, where each row is shown as a card: a cell says
 * what its column is called, and the roles say again what the elements are. A table whose head is
 * empty has nothing to say and stays as it is.
 */
export function labelCells(tokens: readonly Token[]): void {
  for (const table of tablesOf(tokens)) {
    const heads = table.flatMap(({ type }, at) =>
      type === 'th_open' ? [textOf(table[at + 1])] : [],
    )
    if (heads.every((head) => head === '')) continue
    table[0]?.attrSet('class', 'cards')
    table.forEach((token) => giveRole(token))
    const cells = table.filter(({ type }) => type === 'td_open')
    cells.forEach((cell, at) => cell.attrSet('data-label', heads[at % heads.length] ?? ''))
  }
}

const roles: Readonly<Record<string, string>> = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
}

function giveRole(token: Token): void {
  const role = roles[token.type]
  if (role !== undefined) token.attrSet('role', role)
}

function tablesOf(tokens: readonly Token[]): Token[][] {
  return tokens.flatMap((token, at) => {
    if (token.type !== 'table_open') return []
    const end = tokens.findIndex(({ type }, other) => other > at && type === 'table_close')
    return [tokens.slice(at, end)]
  })
}
