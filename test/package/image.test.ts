import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}

const dockerfile = readFileSync('Dockerfile', 'utf8')

/** What the Dockerfile copies out of the repository. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
  paths.split(' '),
)

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Packages that a source asks for at run time: imports of types are gone by then. */
function packagesOf(path: string): string[] {
  const text = readFileSync(join('src', path), 'utf8').replace(/^import type[\s\S]*?'\n/gm, '')
  const specifiers = text.matchAll(
    /(?:^(?:import|export|}).*\bfrom |\bimport\(|\bresolve\(|^import )'([^'.][^']*)'/gm,
  )
  return [...specifiers].map(([, specifier = '']) => packageOf(specifier))
}

describe('the image', () => {
  test('copies only what is there and what .dockerignore lets through', () => {
    const lets = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(copied.length).toBeGreaterThan(5)
    expect(copied.filter((path) => !existsSync(path) || !lets.includes(`!${path}`))).toEqual([])
  })

  test('does not run as root', () => {
    expect(/^USER (\S+)$/m.exec(dockerfile)?.[1]).toBe('node')
  })

  test('has at run time every package that a source imports', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    // The console is bundled when the image is built.
    const run = sources.filter((path) => path.endsWith('.ts') && !path.startsWith('console/'))
    const wanted = run.flatMap(packagesOf)
    const known = (name: string) => name.startsWith('node:') || builtinModules.includes(name)
    const missing = wanted.filter((name) => !known(name) && !(name in dependencies))
    expect(wanted).toContain('express')
    expect(missing).toEqual([])
  })
})
