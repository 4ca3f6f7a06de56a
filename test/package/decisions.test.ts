import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read } from './pages.ts'

const folder = 'docs/decisions'
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'index.md')
const index = read(join(folder, 'index.md'))
const sections = ['Context', 'Decision', 'Alternatives and measurements', 'Consequences']

test('the index of decisions lists every page once, under its title', () => {
  const rows = [...index.matchAll(/^\| \[(.+)\]\((.+)\) \| \S.* \|$/gm)]
  const listed = rows.map(([, title, name]) => ({ title, name }))
  expect(listed.toSorted(byName)).toEqual(
    names.map((name) => ({ title: titleOf(name), name })).toSorted(byName),
  )
})

describe('a decision says why, what, what was tried and what follows, on one page', () => {
  test.each(names)('%s', (name) => {
    const page = read(join(folder, name))
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(sections)
    for (const part of page.split(/^## .+$/m)) expect(part.trim()).not.toBe('')
    expect(page.split('\n').length).toBeLessThan(60)
  })
})

function titleOf(name: string): string {
  return /^# (.+)$/m.exec(read(join(folder, name)))?.[1] ?? ''
}

function byName(one: { name?: string | undefined }, other: { name?: string | undefined }): number {
  return (one.name ?? '').localeCompare(other.name ?? '')
}
