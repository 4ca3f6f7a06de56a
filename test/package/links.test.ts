import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorsOf, pages, proseOf } from './pages.ts'

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

function hasAnchor(page: string, path: string, anchor: string): boolean {
  const target = path === '' ? page : join(dirname(page), path)
  return target.endsWith('.md') && anchorsOf(target).includes(anchor)
}

describe('links', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, ...link })))

  test('lead to files that are there', () => {
    expect(links.length).toBeGreaterThan(100)
    expect(
      links.filter(({ page, path }) => path !== '' && !existsSync(join(dirname(page), path))),
    ).toEqual([])
  })

  test('lead to headings that are there', () => {
    const lost = links.filter(
      ({ page, path, anchor }) => anchor !== undefined && !hasAnchor(page, path, anchor),
    )
    expect(lost).toEqual([])
  })
})
