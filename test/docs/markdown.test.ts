import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../scripts/docs/markdown.ts'

const surroundings = {
  drawing: (name: string) => `<svg><title>${name}</title></svg>`,
  inserts: { table: '<table id="made"></table>' },
  linkToSection: 'Link',
}
const begin = '# Title\n\nFirst *paragraph*.\n\n'
const render = (rest: string) => renderMarkdown(begin + rest, surroundings)

describe('a guide page', () => {
  test('has its title and description from its first lines, without marks', () => {
    const { title, description } = render('')
    expect({ title, description }).toEqual({ title: 'Title', description: 'First paragraph.' })
  })

  test('gives a heading an id from its words, or the one that is written behind it', () => {
    const { html, outline } = render("## The store's `calls`\n\n## 密钥轮换 {#rotate-a-key}\n")
    expect(outline).toEqual([
      { id: 'the-stores-calls', text: "The store's calls" },
      { id: 'rotate-a-key', text: '密钥轮换' },
    ])
    expect(html).toContain('<h2 id="rotate-a-key">密钥轮换 <a class="anchor"')
  })

  test('is cut into sections for the search, without its code blocks', () => {
    const { sections } = render('## One\n\nText of one.\n\n```sh\nsecret\n```\n\n- item\n')
    expect(sections.map(({ id, text }) => ({ id, text }))).toEqual([
      { id: '', text: 'First paragraph.' },
      { id: 'one', text: 'Text of one. item' },
    ])
  })

  test('links to pages, not to their sources', () => {
    const { html } = render('[a](errors.md) [b](errors.md#codes) [c](https://example.com/x.md)')
    expect(html).toContain('href="errors.html"')
    expect(html).toContain('href="errors.html#codes"')
    expect(html).toContain('href="https://example.com/x.md"')
  })

  test('takes in drawings and what is made from the contract', () => {
    const { html } = render('![A <caption>](cycle.svg)\n\n<!-- table -->\n')
    expect(html).toContain(
      '<figure><svg><title>cycle.svg</title></svg><figcaption>A &lt;caption&gt;</figcaption></figure>',
    )
    expect(html).not.toContain('<p><figure>')
    expect(html).toContain('<table id="made"></table>')
  })
})

describe('a table', () => {
  test('names the column in each cell, for the card that a row becomes on a phone', () => {
    const { html } = render('| Code | Given when |\n|---|---|\n| `1` | a |\n| `2` | b |\n')
    expect(html).toContain('<div class="table"><table class="cards" role="table">')
    const cells = [...html.matchAll(/<td[^>]*data-label="([^"]*)"[^>]*><div>(.*?)<\/div>/g)]
    expect(cells.map(([, label, text]) => [label, text])).toEqual([
      ['Code', '<code>1</code>'],
      ['Given when', 'a'],
      ['Code', '<code>2</code>'],
      ['Given when', 'b'],
    ])
  })

  test('without a head stays a table', () => {
    const { html } = render('| | |\n|---|---|\n| AK | `x` |\n')
    expect(html).not.toContain('cards')
  })
})

describe('a page that breaks a rule is refused', () => {
  test.each([
    ['no title', 'Text.\n', 'no title'],
    ['no first paragraph', '# Title\n', 'no first paragraph'],
    ['a heading that makes no id', `${begin}## 密钥\n`, 'needs an id'],
    ['an id twice', `${begin}## One\n\n## One\n`, 'two headings have the id one'],
    ['an unknown insert', `${begin}<!-- nothing -->\n`, 'no insert is called nothing'],
  ])('%s', (_what, source, message) => {
    expect(() => renderMarkdown(source, surroundings)).toThrow(message)
  })
})
