import { describe, expect, test } from 'vitest'
import { labelCells, relativeLinks } from '../../scripts/site/finish.ts'

describe('an address from the root', () => {
  test.each([
    ['<a href="/en/errors.html#codes">', 'en/testing.html', '<a href="errors.html#codes">'],
    ['<a href="/zh/errors.html">', 'en/interfaces/one.html', '<a href="../../zh/errors.html">'],
    ['<script src="/assets/page.js">', 'en/a.html', '<script src="../assets/page.js">'],
    [
      '<form data-root="/" data-index="/search-en.json">',
      'en/a.html',
      '<form data-root="../" data-index="../search-en.json">',
    ],
    ['<a href="/en">', 'en/a.html', '<a href="index.html">'],
    ['<a href="/zh.html">', 'en/a.html', '<a href="../zh/index.html">'],
  ])('%s becomes relative on %s', (html, path, relative) => {
    expect(relativeLinks(html, path)).toBe(relative)
  })

  test.each([
    '<a href="https://example.com/">',
    '<a href="#here">',
    '<a href="//example.com/a">',
    '<code>href=/a</code>',
  ])('and nothing else: %s stays', (html) => {
    expect(relativeLinks(html, 'en/a.html')).toBe(html)
  })
})

describe('a table', () => {
  test('names the column in each cell, for the card that a row becomes on a phone', () => {
    const row = (one: string, two: string) => `<tr><td>${one}</td><td align="left">${two}</td></tr>`
    const html = labelCells(
      `<table><thead><tr><th>Code</th><th>Given <em>when</em></th></tr></thead><tbody>${row('<code>1</code>', 'a')}${row('<code>2</code>', 'b')}</tbody></table>`,
    )
    expect(html).toContain(
      '<table class="cards" role="table"><thead role="rowgroup"><tr role="row">',
    )
    expect(html).toContain('<th role="columnheader">Code</th>')
    const cells = [...html.matchAll(/<td[^>]* role="cell" data-label="([^"]*)"><div>(.*?)<\/div>/g)]
    expect(cells.map(([, label, text]) => [label, text])).toEqual([
      ['Code', '<code>1</code>'],
      ['Given when', 'a'],
      ['Code', '<code>2</code>'],
      ['Given when', 'b'],
    ])
  })

  test('without a head stays a table', () => {
    const html =
      '<table><thead><tr><th></th><th></th></tr></thead><tbody><tr><td>AK</td></tr></tbody></table>'
    expect(labelCells(html)).toBe(html)
  })
})
