import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { headingsOf, pages, proseOf } from './pages.ts'

/** Targets of a page's relative links and images, each split at its anchor. */
function linksOf(page: string): { path: string; anchor: string | undefined }[] {
  const targets = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#')
      return { path, anchor: anchor === undefined ? undefined : decodeURIComponent(anchor) }
    })
}

// The guide links to pages of its site; those that have no source are made from the contract.
const inSite = (page: string, path: string) =>
  join('generated/site', basename(dirname(page)), path.replace(/\.md$/, '.html'))

function isThere(page: string, path: string): boolean {
  if (existsSync(join(dirname(page), path))) return true
  return page.startsWith('docs/') && existsSync(inSite(page, path))
}

function hasAnchor(page: string, path: string, anchor: string): boolean {
  const target = path === '' ? page : join(dirname(page), path)
  if (page.startsWith('docs/') && /^docs\/(en|zh)\//.test(target)) {
    const html = readFileSync(inSite(target, basename(target)), 'utf8')
    return html.includes(`id="${anchor}"`)
  }
  return headingsOf(target).some((heading) => heading.anchor === anchor)
}

describe('links', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, ...link })))

  test('lead to files that are there', () => {
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter(({ page, path }) => path !== '' && !isThere(page, path))).toEqual([])
  })

  test('lead to headings that are there', () => {
    const lost = links.filter(
      ({ page, path, anchor }) => anchor !== undefined && !hasAnchor(page, path, anchor),
    )
    expect(lost).toEqual([])
  })
})
