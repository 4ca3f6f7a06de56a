import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageNames } from '../../src/console/paths.ts'
import { bundleConsole } from '../console/bundle.ts'
import type { Answer, ContractDocument, Example } from './contract-documents.ts'

/**
 * Makes the console as a demo that needs no service: the same bundle, with the contract's examples
 * beside it, and a file for each page, so that any host that knows files can serve it.
 */
export async function makeDemo(folder: string, contract: ContractDocument): Promise<void> {
  await bundleConsole(folder)
  const index = join(folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<html ', '<html data-demo '))
  for (const name of pageNames.filter((one) => one !== 'overview'))
    cpSync(index, join(folder, `${name}.html`))
  writeFileSync(join(folder, 'examples.json'), JSON.stringify(examplesOf(contract)))
}

function examplesOf(contract: ContractDocument): Record<string, Record<string, unknown>> {
  const found = Object.entries(contract.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const values = valuesOf(contract, item[method]?.responses?.['200'])
      return path.startsWith('/api/') && values
        ? [[`${method.toUpperCase()} ${path}`, values] as const]
        : []
    }),
  )
  return Object.fromEntries(found)
}

const methods = ['get', 'put', 'post', 'delete'] as const

function valuesOf(contract: ContractDocument, answer: unknown) {
  const { content } = followed(contract, answer) as Answer
  const [body] = Object.values(content ?? {})
  if (body?.examples === undefined) return undefined
  const scenes = Object.entries(body.examples).map(
    ([name, scene]) => [name, (followed(contract, scene) as Example).value] as const,
  )
  return Object.fromEntries(scenes)
}

function followed(contract: ContractDocument, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value ?? {}
  const steps = String(value.$ref).slice('#/'.length).split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], contract)
}
