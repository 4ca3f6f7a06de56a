import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as dclint from 'dclint'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runNode } from '../../scripts/shared/child-process.ts'
import { read } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-manifests-'))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

const { version } = JSON.parse(read('package.json')) as { readonly version: string }

interface LintResult {
  readonly messages: readonly { readonly rule: string; readonly message: string }[]
}

// Its own types lead to files that are not there.
const { DCLinter } = dclint as unknown as {
  readonly DCLinter: new (config: object) => {
    lintFiles(paths: readonly string[], isRecursive: boolean): readonly LintResult[]
  }
}

describe('compose.yaml', () => {
  /** What its schema, the one of the Compose specification, says against a file. */
  function faultsOf(text: string): string[] {
    const file = join(folder, 'compose.yaml')
    writeFileSync(file, text)
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] })
    const results = linter.lintFiles([file], false)
    const messages = results.flatMap((result) => result.messages)
    return messages.filter(({ rule }) => rule === 'invalid-schema').map(({ message }) => message)
  }

  test('fits the specification', () => {
    const text = read('compose.yaml')
    expect(faultsOf(text)).toEqual([])
    expect(faultsOf(text.replace('cap_drop:', 'cap-drop:'))).toHaveLength(1)
    expect(faultsOf(text.replace('service_healthy', 'service_sound'))).toHaveLength(1)
  })

  test('runs two replicas that are reached through the proxy alone, and keeps the database', () => {
    const { services } = parse(read('compose.yaml')) as {
      services: Record<string, Record<string, unknown>>
    }
    expect(services['koogate']).toMatchObject({ deploy: { replicas: 2 }, read_only: true })
    const published = Object.keys(services).filter((name) => services[name]?.['ports'])
    expect(published).toEqual(['proxy'])
    expect(services['postgres']?.['volumes']).toEqual(['postgres:/var/lib/postgresql'])
  })
})

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly spec: Readonly<Record<string, unknown>>
}

const manifests = readdirSync('ops/kubernetes').map((name) => {
  return [name, parse(readFileSync(join('ops/kubernetes', name), 'utf8')) as Manifest] as const
})

const manifestOf = (name: string) =>
  manifests.find(([file]) => file === name)?.[1] ?? { apiVersion: '', kind: '', spec: {} }

/** Throws what the schema of its kind has against a manifest, but for members that it does not know. */
async function validate(manifest: Manifest): Promise<void> {
  const { apiVersion, kind } = manifest
  const path = join('kubernetes-models', apiVersion, kind)
  const models = (await import(path)) as Record<string, new (data: object) => { validate(): void }>
  const Model = models[kind]
  if (Model === undefined) throw new Error(`no model of ${kind}`)
  new Model(manifest).validate()
}

/** What the types of their kinds have against manifests: members that Kubernetes does not know. */
async function compileErrors(all: readonly Manifest[]): Promise<string> {
  const sources = all.map((manifest, index) => {
    const { apiVersion, kind } = manifest
    const from = join('kubernetes-models', apiVersion, kind)
    return `import type { I${kind} as Kind${index} } from '${from}'
export const manifest${index}: Kind${index} = ${JSON.stringify(manifest)}`
  })
  writeFileSync(join(folder, 'manifests.ts'), sources.join('\n'))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext']
  return (await runNode([tsc, ...options, join(folder, 'manifests.ts')])).output
}

describe('the manifests of Kubernetes', () => {
  test.each(manifests)('%s fits the schema of its kind', async (_name, manifest) => {
    await validate(manifest)
    const spoilt = { ...manifest, spec: { ...manifest.spec, selector: 7, rules: 7 } }
    await expect(validate(spoilt)).rejects.toThrow()
  })

  test('have no member that Kubernetes does not know', async () => {
    const all = manifests.map(([, manifest]) => manifest)
    const misspelt = JSON.parse(
      JSON.stringify(manifestOf('deployment.yaml')).replace('readinessProbe', 'readynessProbe'),
    ) as Manifest
    const errors = await compileErrors([...all, misspelt])
    expect(errors.trim().split('\n')).toEqual([expect.stringContaining('readynessProbe')])
  })

  test('speak of the same pods, at the port and the probes that the service has', () => {
    const { spec } = manifestOf('deployment.yaml')
    const labels = { 'app.kubernetes.io/name': 'koogate' }
    expect(spec).toMatchObject({
      selector: { matchLabels: labels },
      template: { metadata: { labels } },
    })
    expect(manifestOf('service.yaml').spec).toMatchObject({ selector: labels })
    expect(manifestOf('disruption-budget.yaml').spec).toMatchObject({
      selector: { matchLabels: labels },
    })
    const [container] = (spec['template'] as { spec: { containers: object[] } }).spec.containers
    const probe = (path: string) => ({ httpGet: { path, port: 'http' } })
    expect(container).toMatchObject({
      image: `koogate:${version}`,
      ports: [{ name: 'http', containerPort: 8080 }],
      livenessProbe: probe('/health/live'),
      readinessProbe: probe('/health/ready'),
    })
  })
})
