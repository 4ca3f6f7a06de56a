import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  changesFile,
  versionsIn,
  writeContractChanges,
} from '../../scripts/site/contract-changes.ts'
import { referencePages } from '../../scripts/site/guide.ts'
import { languages } from '../../scripts/shared/languages.ts'

const versions = versionsIn(readFileSync(changesFile, 'utf8')).map(({ version }) => version)

test.each(languages)(
  'in %s the page has every version of the contract, each to download',
  (language) => {
    const page = referencePages(language).find(
      ({ path }) => path === `${language}/contract-changes`,
    )
    expect(page?.title).toMatch(/./)
    expect(page?.description).toMatch(/./)
    expect(versions).toContain('0.1.0')
    for (const version of versions) {
      expect(page?.body).toContain(`\n## ${version} {#v`)
      expect(page?.body).toContain(`(../contract-changes/${version}.md)`)
    }
  },
)

test('the files that it offers are in the site', () => {
  const site = mkdtempSync(join(tmpdir(), 'koogate-changes-'))
  try {
    writeContractChanges(site)
    const read = (name: string) => readFileSync(join(site, 'contract-changes', name), 'utf8')
    expect(read('all.md')).toBe(readFileSync(changesFile, 'utf8'))
    for (const version of versions) expect(read(`${version}.md`)).toMatch(`## ${version}\n`)
  } finally {
    rmSync(site, { recursive: true })
  }
})
