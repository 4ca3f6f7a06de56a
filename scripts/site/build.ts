// npm run build:site: makes generated/site/ when what it is made from has changed.
import { createHash, randomBytes } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clientSources } from './clients.ts'
import { documentNames } from '../shared/document-names.ts'

const inputs = [
  'docs/en',
  'docs/zh',
  'docs/theme',
  'openapi/CHANGELOG.md',
  'scripts/site',
  'scripts/tables',
  'scripts/shared/chinese-texts.ts',
  'scripts/shared/languages.ts',
  'src/contract/retry.ts',
  'src/crypto',
  'src/explain',
  'openapi/vectors',
  'package-lock.json',
  'tsconfig.json',
  'src/client.ts',
  'src/console',
  'scripts/console',
  ...clientSources,
  ...documentNames.flatMap((name) => [`generated/${name}.json`, `generated/${name}.zh.json`]),
]
const stamp = '.made-from'
const abandonedAfterMs = 3_600_000

/** Where a site lies, what tells its inputs apart, and how it is made in an empty folder. */
export interface Build {
  readonly folder: string
  /** What it is called in there; `site`, that of the docs, by default. */
  readonly name?: string
  readonly key: string
  /** Makes the site anywhere below `root` and returns its folder. */
  readonly make: (root: string) => Promise<string>
}

/**
 * Makes `<folder>/<name>` unless it was made from the same; returns whether it did. The old site stays
 * until the new one is finished, and several processes may do this at once: each makes its own, and
 * the last one stays.
 */
export async function buildSite(build: Build): Promise<boolean> {
  const { folder, name = 'site', key, make } = build
  const site = join(folder, name)
  if (stampOf(site) === key) return false
  removeAbandoned(folder)
  const root = resolve(folder, `.site-${randomBytes(6).toString('hex')}`)
  mkdirSync(root, { recursive: true })
  try {
    const made = await make(root)
    writeFileSync(join(made, stamp), key)
    replace(site, made, root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return true
}

/** A hash of everything that the site is made from. */
export function keyOfInputs(paths: readonly string[] = inputs): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesAt).sort()) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesAt(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

function stampOf(site: string): string {
  try {
    return readFileSync(join(site, stamp), 'utf8')
  } catch {
    return ''
  }
}

// A folder cannot be renamed onto one that holds files, so the old one goes first. Another process
// may put its own there in between; then that one goes.
function replace(site: string, made: string, root: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      renameSync(site, join(root, `old-${attempt}`))
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
    try {
      renameSync(made, site)
      return
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error)) || attempt === 9) throw error
    }
  }
}

// What a process that was killed left behind.
function removeAbandoned(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('.site-'))
  for (const path of names.map((name) => join(folder, name))) {
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity }
    if (Date.now() - mtimeMs > abandonedAfterMs) rmSync(path, { recursive: true, force: true })
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? ''
}

/** The site of this repository, in generated/site. */
export async function buildOwnSite(): Promise<boolean> {
  // The tools take a second to load, which a site that is up to date need not wait for.
  const make = async (root: string) => (await import('./make.ts')).makeSite(root)
  return buildSite({ folder: 'generated', key: keyOfInputs(), make })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log((await buildOwnSite()) ? 'generated/site is built' : 'generated/site is up to date')
}
