import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The sources of a version that is out, ready to run on the dependencies that are installed here. */
export interface ReleasedVersion {
  readonly folder: string
  readonly remove: () => void
}

/**
 * Lays out a tagged version in a folder of its own. Throws UnavailableError, with the reason in
 * words, where its sources or its dependencies are not here: nothing is fetched.
 */
export function layOut(tag: string): ReleasedVersion {
  const archive = archiveOf(tag)
  const folder = mkdtempSync(join(tmpdir(), `koogate-${tag}-`))
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  const missing = missingDependencies(folder)
  if (missing.length > 0) {
    remove()
    throw new UnavailableError(`${tag} needs ${missing.join(', ')}`)
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return { folder, remove }
}

/** The version is not here. */
export class UnavailableError extends Error {}

const parts = ['package.json', 'src', 'generated', 'openapi', 'scripts']

function archiveOf(tag: string): Buffer {
  try {
    return execFileSync('git', ['archive', '--format=tar', tag, '--', ...parts], {
      stdio: 'pipe',
      maxBuffer: 256 * 1024 * 1024,
    })
  } catch {
    // A shallow clone has no tags, and the sources of a release have no repository.
    throw new UnavailableError(`there is no tag ${tag} here (git fetch --tags gets it)`)
  }
}

interface Package {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}

// Within one major version, and one minor below 1.0, as the ranges of package.json have it.
function missingDependencies(folder: string): string[] {
  const { dependencies } = packageIn(folder)
  return Object.entries(dependencies).flatMap(([name, range]) => {
    const wanted = range.replace(/^\^/, '')
    const found = installed(name)
    return found !== undefined && lineOf(found) === lineOf(wanted) ? [] : [`${name} ${range}`]
  })
}

function lineOf(version: string): string | undefined {
  return /^(0\.\d+|[1-9]\d*)\./.exec(version)?.[1]
}

function installed(name: string): string | undefined {
  try {
    return packageIn(join('node_modules', name)).version
  } catch {
    return undefined
  }
}

function packageIn(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
}
