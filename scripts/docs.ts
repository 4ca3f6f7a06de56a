// Makes the docs site, <folder>/site/, from docs/ and from the bundled contract in <folder>.
// `node scripts/docs.ts` makes generated/site/. Two runs give the same bytes.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { siteFiles } from './docs/site-files.ts'

/**
 * Makes `<folder>/site/` anew; `<folder>` holds the bundles seller.json, store.json and
 * management.json. Throws when a page breaks a rule of the site, naming page and rule.
 */
export async function makeSite(folder: string): Promise<void> {
  const files = siteFiles(folder)
  const site = join(folder, 'site')
  await rm(site, { recursive: true, force: true })
  for (const [path, content] of files) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), content)
  }
}

const isCalledByName = import.meta.url === pathToFileURL(process.argv[1] ?? '').href
if (isCalledByName) await makeSite('generated')
