import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type DocumentName, documentNames } from '../shared/document-names.ts'
import type { Edition } from './contract.ts'
import type { Tree } from './tree.ts'
import { redoclyEnvironment } from '../shared/redocly-environment.ts'

/** The contract at a git ref that names a version, and the one in this folder, bundled. */
export function editionsSince(ref: string): [before: Edition, after: Edition] {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-editions-'))
  try {
    const old = join(folder, 'old')
    mkdirSync(old)
    const archive = git('archive', '--format=tar', ref, 'openapi')
    execFileSync('tar', ['-x', '-C', old], { input: archive })
    const before = rootsIn(old, join(folder, 'before'))
    const after = rootsIn('.', join(folder, 'after'))
    // Not the configuration of a folder: the rules of a version ask for programs of that version.
    bundle([...before, ...after], join(folder, 'redocly.yaml'))
    return [editionOf(before), editionOf(after)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Where a document of a contract is, and where it is bundled to. */
interface Root {
  readonly name: DocumentName
  readonly root: string
  readonly output: string
}

function rootsIn(folder: string, made: string): Root[] {
  return documentNames
    .map((name) => ({
      name,
      root: resolve(folder, `openapi/${name}.yaml`),
      output: join(made, `${name}.json`),
    }))
    .filter(({ root }) => existsSync(root))
}

// All at once: to start Redocly takes longer than to bundle a document.
function bundle(roots: readonly Root[], config: string): void {
  const apis = Object.fromEntries(
    roots.map(({ root, output }, at) => [`document-${at}`, { root, output }]),
  )
  writeFileSync(config, JSON.stringify({ apis }))
  try {
    const redocly = resolve('node_modules/.bin/redocly')
    execFileSync(redocly, ['bundle', '--config', config], {
      env: redoclyEnvironment,
      stdio: 'pipe',
    })
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer }
    throw new Error(`the contract cannot be bundled: ${stderr?.toString() ?? ''}`, { cause: error })
  }
}

function editionOf(roots: readonly Root[]): Edition {
  return Object.fromEntries(
    roots.map(({ name, output }) => [name, JSON.parse(readFileSync(output, 'utf8')) as Tree]),
  )
}

/** True if the ref names a commit here, and the commit has a contract. */
export function isVersion(ref: string): boolean {
  const parts = [`${ref}^{commit}`, `${ref}:openapi`]
  return parts.every((part) => attempt('rev-parse', '--verify', '--quiet', part) !== undefined)
}

/** The tag that was published last before this commit; undefined if there is none, or no repository. */
export function lastTag(): string | undefined {
  return attempt('describe', '--tags', '--abbrev=0')
}

function attempt(...args: string[]): string | undefined {
  try {
    return git(...args)
      .toString()
      .trim()
  } catch {
    return undefined
  }
}

const mostBytes = 256 * 1024 * 1024

function git(...args: string[]): Buffer {
  return execFileSync('git', args, { stdio: 'pipe', maxBuffer: mostBytes })
}
