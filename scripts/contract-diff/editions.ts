import { type ExecFileSyncOptions, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Edition, documentNames } from './contract.ts'
import type { Tree } from './tree.ts'

/** The contract of a folder that holds openapi/, bundled. */
export function editionIn(folder: string): Edition {
  const made = mkdtempSync(join(tmpdir(), 'koogate-bundles-'))
  const names = documentNames.filter((name) => existsSync(join(folder, `openapi/${name}.yaml`)))
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const redocly = resolve('node_modules/.bin/redocly')
  try {
    const roots = names.map((name) => `openapi/${name}.yaml`)
    // Not the folder's own: the rules of a version ask for programs of that version.
    const config = join(made, 'redocly.yaml')
    writeFileSync(config, '{}')
    const args = ['bundle', ...roots, '--config', config, '--ext', 'json', '--output', made]
    run(redocly, args, { cwd: folder, env })
    return Object.fromEntries(names.map((name) => [name, readBundle(join(made, `${name}.json`))]))
  } finally {
    rmSync(made, { recursive: true })
  }
}

function readBundle(path: string): Tree {
  return JSON.parse(readFileSync(path, 'utf8')) as Tree
}

function run(command: string, args: readonly string[], options: ExecFileSyncOptions): void {
  try {
    execFileSync(command, args, { ...options, stdio: 'pipe' })
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer }
    throw new Error(`the contract cannot be bundled: ${stderr?.toString() ?? ''}`, { cause: error })
  }
}

/** The contract at a git ref that names a version. */
export function editionAt(ref: string): Edition {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-edition-'))
  try {
    const archive = git('archive', '--format=tar', ref, 'openapi')
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    return editionIn(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
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
