import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../docs/theme/excerpt.ts'
import { type Entry, findIn, searchOptions } from '../../docs/theme/search-options.ts'
import { synonyms } from '../../docs/theme/synonyms.ts'
import { readContract } from '../../scripts/site/contract-documents.ts'
import { contractEntries } from '../../scripts/site/search-contract.ts'
import { type NewEntry, entriesOf } from '../../scripts/site/search-sections.ts'

const page = `<h1 id="_top">Title</h1><div class="sl-markdown-content"><p>First &lt;b&gt;.</p>
<div><h2 id="one">One</h2><a class="sl-anchor-link" href="#one"><span>Section titled “One”</span></a></div>
<p>Text of <code>one</code>.</p><div class="expressive-code"><figure class="frame"><pre>secret</pre>
<div class="copy"><button data-code="a > b"></button></div></figure></div><table><tbody>
<tr><td><code>A.1</code></td><td>is bad</td><td>try again</td></tr>
<tr><td><code>0098</code> – <code>0101</code></td><td>are worse</td></tr>
<tr><td>more</td><td><code>B.1</code></td></tr></tbody></table></div><footer>Next</footer>`

describe('a page', () => {
  const entries = entriesOf(page, 'en/a.html')

  test('is found by its sections, without the code blocks', () => {
    const sections = entries.filter(({ kind }) => kind === 'section')
    expect(sections.map(({ title, heading, text, url }) => [title, heading, text, url])).toEqual([
      ['Title', '', 'First <b>.', 'en/a.html'],
      [
        'Title',
        'One',
        'Text of one . A.1 is bad try again 0098 – 0101 are worse more B.1',
        'en/a.html#one',
      ],
    ])
  })

  test('is found by the codes that its tables explain, those inside a range too', () => {
    const rows = entries.filter(({ kind }) => kind === 'row')
    expect(rows.map(({ names, text, url }) => [names, text, url])).toEqual([
      [['A.1'], 'is bad · try again', 'en/a.html#one'],
      [['0098', '0099', '0100', '0101'], 'are worse', 'en/a.html#one'],
    ])
  })
})

describe('the contract', () => {
  const entries = contractEntries(readContract('generated'), 'en')

  test('is found by the name of each interface, by its call, and by the name that the store gives it', () => {
    const { names = [], url } = entries.find(({ title }) => title === 'newInstance · SaaS V2') ?? {}
    expect(url).toBe('en/interfaces/seller-saasV2-newInstance.html')
    expect(names).toEqual(expect.arrayContaining(['newInstance', 'saasV2', '创建实例']))
    expect(entries.some(({ names: all }) => all.includes('GET /api/v1/instances'))).toBe(true)
  })

  test('is found by each name of a field once, where it is asked for', () => {
    const fields = entries.filter(({ kind }) => kind === 'field')
    const names = fields.flatMap((entry) => entry.names)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['orderLineId', 'Idempotency-Key', 'nextCursor']))
    const { url, text = '' } = fields.find(({ heading }) => heading === 'frontEndUrl') ?? {}
    expect(url).toContain('en/interfaces/management-putAppInfo.html#request')
    expect(text).toContain('newInstance · SaaS V2')
  })
})

describe('what is found', () => {
  const entry = (url: string, more: Partial<NewEntry>): NewEntry => ({
    ...{ kind: 'section', title: 'Guide', heading: '', names: [], summary: '', text: '', url },
    ...more,
  })

  /** The addresses that a query finds among some entries, in their order. */
  function found(query: string, entries: readonly NewEntry[]): string[] {
    const index = new MiniSearch<Entry>(searchOptions)
    index.addAll(entries.map((one, id) => ({ ...one, id })))
    return findIn(index, query).map(({ url }) => url)
  }

  test.each([
    ['a code', '000004', { kind: 'row', names: ['000004'] }],
    ['a field', 'orderId', { kind: 'field', names: ['orderId'] }],
    ['an interface', 'newInstance', { kind: 'interface', names: ['newInstance'] }],
    ['a title', 'dial tests', { title: 'Dial test' }],
  ] as const)('is first %s that is called exactly so', (_what, query, more) => {
    const talk = entry('talk', { text: `${query} ${query}`, heading: `All about ${query}` })
    expect(found(query, [talk, entry('exact', { text: query, ...more })])).toEqual([
      'exact',
      'talk',
    ])
  })

  test('is then what has a word for the same, in either language', () => {
    const entries = [entry('keys', { heading: '密钥轮换' }), entry('other', { heading: '密钥' })]
    expect(found('更换密钥', entries)[0]).toBe('keys')
    expect(found('rotate the keys', entries)).toEqual(['keys'])
  })

  test('has every word of a question that says something', () => {
    const entries = [entry('both', { text: '授权码要先激活' }), entry('one', { text: '授权码' })]
    expect(found('怎么激活授权码', entries)[0]).toBe('both')
    const english = [
      entry('both', { text: 'a token and its scope' }),
      entry('one', { text: 'how' }),
    ]
    expect(found('how do I get a token with scopes', english)[0]).toBe('both')
  })

  test('has some of the words, or nearly, where nothing has all of them', () => {
    const entries = [entry('postgres', { text: 'A database of Postgres' })]
    expect(found('postgers database xylophone', entries)).toEqual(['postgres'])
    expect(found('xylophone', entries)).toEqual([])
  })

  test('is one result for each place', () => {
    const entries = [entry('a#b', { text: 'A code', names: [] }), entry('a#b', { text: 'code' })]
    expect(found('code', entries)).toEqual(['a#b'])
  })
})

test('each group of synonyms has words that are different', () => {
  const doubled = synonyms.filter((group) => new Set(group).size !== group.length)
  expect(doubled).toEqual([])
  expect(synonyms.filter((group) => group.length < 2)).toEqual([])
})

describe('an excerpt', () => {
  const shown = (text: string, ...words: string[]) =>
    excerptOf(text, words)
      .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
      .join('')
  const filler = 'Nothing of what was asked for stands here. '.repeat(9)

  test('shows the words that were found, wherever they stand', () => {
    const excerpt = shown(`${filler}Then the keys are rotated. ${filler}`, 'key', 'rotated')
    expect(excerpt).toContain('Then the [keys] are [rotated].')
    expect(excerpt).toMatch(/^….+…$/)
    expect(excerpt.length).toBeLessThan(140)
  })

  test('joins the pairs of Chinese, and begins at a sentence', () => {
    expect(shown('先备份。密钥轮换之后再删除。', '密钥', '钥轮', '轮换')).toBe(
      '先备份。[密钥轮换]之后再删除。',
    )
    expect(shown(`${'无关。'.repeat(60)}密钥轮换。`, '轮换')).toMatch(
      /^…无关。(无关。)*密钥\[轮换\]。$/,
    )
  })

  test('is the beginning of a text without any of them', () => {
    expect(shown('A short text.', 'none')).toBe('A short text.')
  })
})
