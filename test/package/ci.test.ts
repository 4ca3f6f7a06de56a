import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commandsOf, read, readmes } from './pages.ts'

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}
interface Pipeline {
  readonly test: { readonly script: readonly string[] }
}

const shell = read('.ci/run').split('\n')
const workflow = parse(read('.github/workflows/ci.yml')) as Workflow
const pipeline = parse(read('.gitlab-ci.yml')) as Pipeline

describe('what a forge runs at every push is what the README has a newcomer run', () => {
  test.each(readmes)('%s says it in one line', (readme) => {
    expect(commandsOf(readme)).toContain('npm ci && npm test')
  })

  test.each([
    ['.ci/run', shell.filter((line) => line.startsWith('npm '))],
    [
      '.github/workflows/ci.yml',
      Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
    ],
    ['.gitlab-ci.yml', pipeline.test.script],
  ])('%s', (_file, commands) => {
    expect(commands).toEqual(['npm ci && npm test'])
  })

  test('with the Node that the package asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    const major = /\d+/.exec(engines.node)?.[0]
    const [job] = Object.values(workflow.jobs)
    expect(job?.steps).toContainEqual(
      expect.objectContaining({ with: { 'node-version': Number(major), cache: 'npm' } }),
    )
    expect(pipeline.test).toMatchObject({ image: `node:${major ?? ''}` })
  })
})
