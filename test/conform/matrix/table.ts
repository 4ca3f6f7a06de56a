import { mkdirSync, writeFileSync } from 'node:fs'
import type { Outcome } from './stage.ts'

/** The column of the seller that does everything right. */
export const rightSeller = 'right seller'

/** What was found, by rule and twin; a cell that nobody judged is not there. */
export interface Table {
  readonly note: (ruleId: string, twinId: string, outcome: Outcome) => void
  /** Writes the table as a page; returns how many cells it has, and how many were judged. */
  readonly write: (path: string) => { readonly cells: number; readonly judged: number }
}

const marks = { broken: '✗', kept: '✓', 'not judged': '?' } as const

export function createTable(ruleIds: readonly string[], twinIds: readonly string[]): Table {
  const found = new Map<string, Outcome>()
  const keyOf = (ruleId: string, twinId: string) => `${ruleId} ${twinId}`
  const columns = [rightSeller, ...twinIds]
  const cell = (ruleId: string, twinId: string) => {
    const outcome = found.get(keyOf(ruleId, twinId))
    const own = ruleId === twinId ? ' own' : ''
    if (outcome === undefined) return `<td class="${own}"></td>`
    const title = 'message' in outcome ? outcome.message : ''
    const where = `${ruleId} at ${twinId}: ${title}`
    return `<td class="${outcome.kind}${own}" title="${escaped(where)}">${marks[outcome.kind]}</td>`
  }
  return {
    // A breach at one generation is a breach.
    note(ruleId, twinId, outcome) {
      const before = found.get(keyOf(ruleId, twinId))
      if (before?.kind !== 'broken') found.set(keyOf(ruleId, twinId), outcome)
    },
    write(path) {
      const counts = { cells: ruleIds.length * columns.length, judged: found.size }
      const head = columns.map((id) => `<th><span>${escaped(id)}</span></th>`).join('')
      const rows = ruleIds.map((id) => {
        const cells = columns.map((column) => cell(id, column)).join('')
        return `<tr><th>${escaped(id)}</th>${cells}</tr>`
      })
      mkdirSync('reports', { recursive: true })
      writeFileSync(path, page(counts, `<tr><th></th>${head}</tr>${rows.join('\n')}`))
      return counts
    },
  }
}

function page({ cells, judged }: { cells: number; judged: number }, rows: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Rules and twins</title>
<style>
body { font: 12px system-ui, sans-serif }
th { text-align: left; font-weight: normal; white-space: nowrap }
tr:first-child th { vertical-align: bottom }
tr:first-child span { writing-mode: vertical-rl; transform: rotate(180deg) }
td { width: 14px; height: 14px; text-align: center; border: 1px solid #ddd }
.broken { background: #f3b7b1 } .kept { background: #dff0e0 } .own { outline: 2px solid #333 }
</style>
<h1>Rules and twins</h1>
<p>${judged} of ${cells} cells were judged: ✗ broken, ✓ kept, ? not judged. A rule is broken by its own twin, framed, and by no other.</p>
<table>${rows}</table>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
