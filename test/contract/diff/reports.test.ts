import { describe, expect, test } from 'vitest'
import type { Decisions } from '../../../scripts/contract-diff/approvals.ts'
import { htmlReport } from '../../../scripts/contract-diff/report/html.ts'
import { jsonReport } from '../../../scripts/contract-diff/report/json.ts'
import { githubReport, markdownReport } from '../../../scripts/contract-diff/report/markdown.ts'
import { textReport } from '../../../scripts/contract-diff/report/text.ts'
import { wordDiff } from '../../../scripts/contract-diff/report/word-diff.ts'
import { reviewOf } from '../../../scripts/contract-diff/review.ts'
import type { Tree } from '../../../scripts/contract-diff/tree.ts'
import { documents, edited } from './edit.ts'

const result = ['components', 'schemas', 'ResultCode']
const order = ['components', 'schemas', 'OrderId', 'description']

// A value more in an answer of the seller, and a rule in a text of the management contract.
const seller = edited(documents.seller, [...result, 'enum'], (values) => [
  ...(values as string[]),
  '000<8>',
]) as Tree
const management = edited(
  documents.management,
  order,
  (text) => `${String(text)} It is valid for 60 s.`,
) as Tree

function review(decisions: Decisions = new Map(), after: Partial<typeof documents> = {}) {
  const now = { ...documents, seller, management, ...after }
  return reviewOf({ from: 'v1', before: documents, after: now, decisions })
}

const [rule] = review().undecided
const decision = { id: rule?.id ?? '', who: 'Li Wei', why: 'It was so before.', date: '2026-11-26' }

describe('a text that carries a rule', () => {
  test('is shown before and after, and asks for a decision under its id', () => {
    const text = textReport(review())
    expect(text).toContain('Now: “It is valid for 60 s.”.')
    expect(text).toContain(`openapi/approvals.yaml, under ${decision.id}.`)
    expect(text).toContain('Rules in texts that nobody has decided about: 1.')
  })

  test('may be published once somebody has decided about this very change', () => {
    const alone = { seller: documents.seller }
    expect(review(new Map(), alone).isAllowed).toBe(false)
    const decided = review(new Map([[decision.id, decision]]), alone)
    expect(decided.isAllowed).toBe(true)
    expect(textReport(decided)).toContain('Decided: Li Wei, 2026-11-26: It was so before.')
    const later = edited(management, order, (text) => `${String(text)} Or 90 s.`) as Tree
    const other = review(new Map([[decision.id, decision]]), { ...alone, management: later })
    expect(other.isAllowed).toBe(false)
  })

  test('never decides about what breaks', () => {
    expect(review(new Map([[decision.id, decision]])).isAllowed).toBe(false)
  })
})

describe('as a page', () => {
  const html = htmlReport(review())

  test('it needs nothing but itself', () => {
    expect(html).not.toMatch(/(src|href)="(?!#)/)
    expect(html).not.toMatch(/@import|url\(/)
  })

  test('it tells whoever is concerned, what breaks first, in both languages', () => {
    for (const words of ['The store calls you', 'You call the store', 'Your product']) {
      expect(html).toContain(words)
    }
    for (const words of ['云商店调用您', '您调用云商店', '您的产品']) expect(html).toContain(words)
    expect(html.indexOf('class="breaking"')).toBeGreaterThan(-1)
    expect(html.indexOf('class="breaking"')).toBeLessThan(html.indexOf('class="rule"'))
  })

  test('it says what to do, shows before and after, and a message', () => {
    expect(html).toContain(
      '<strong>What you must do</strong> The store must be ready for 000&lt;8&gt;.',
    )
    expect(html).toContain('<h4>Before</h4>')
    expect(html).toContain('<ins>It is valid for 60 s.</ins>')
    expect(html).toContain('&quot;resultCode&quot;: &quot;000000&quot;')
    // What a value holds is never read as HTML.
    expect(html).not.toContain('000<8>')
  })

  test('every id that is linked to is there once', () => {
    for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html.split(`id="${id}"`)).toHaveLength(2)
    }
  })
})

describe('as', () => {
  test('Markdown every row has all columns', () => {
    const rows = markdownReport(review())
      .split('\n')
      .filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThan(6)
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(6)
  })

  test('a comment of a pull request it stays within what one may have', () => {
    const long = edited(documents.management, ['paths'], () => ({})) as Tree
    const comment = githubReport(review(new Map(), { management: long }))
    expect(comment.length).toBeLessThan(65_536)
    expect(comment).toContain('Breaking')
    expect(githubReport(review())).toContain('<details><summary>简体中文</summary>')
  })

  test('JSON a program finds each change with its id, what it is and what to do', () => {
    const read = JSON.parse(jsonReport(review())) as {
      readonly isAllowed: boolean
      readonly undecided: string[]
      readonly changes: { readonly id: string; readonly must: { readonly zh?: string } }[]
    }
    expect(read.isAllowed).toBe(false)
    expect(read.undecided).toEqual([decision.id])
    expect(read.changes.map(({ must }) => must.zh)).toContain('云商店必须能处理 000<8>。')
  })
})

test('two texts are told apart by their words', () => {
  const [was, now] = wordDiff('within 60 s 内重试', 'within 90 s 内重复')
  expect(was.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(['60', '试'])
  expect(now.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(['90', '复'])
})
