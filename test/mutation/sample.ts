import { createHash } from 'node:crypto'

/** As far as Stryker hands over a mutant. */
interface Mutant {
  readonly id: string
  readonly fileName: string
  readonly location: { readonly start: object; readonly end: object }
  readonly mutatorName: string
  readonly replacement: string
}

const { SAMPLE = '1', TEST_SEED } = process.env

/**
 * Draws so many of all mutants, SAMPLE=0.1 a tenth, by TEST_SEED. A mutant is drawn by what it is and
 * where, so that two runs of one code draw the same. What is not drawn counts as what does not compile:
 * neither as noticed nor as survived.
 */
function isDrawn({ fileName, location, mutatorName, replacement }: Mutant): boolean {
  const file = fileName.slice(fileName.lastIndexOf('/src/'))
  const parts = [TEST_SEED, file, location, mutatorName, replacement]
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest()
  return digest.readUInt32BE() < Number(SAMPLE) * 2 ** 32
}

const checker = {
  init: () => Promise.resolve(),
  group: (mutants: readonly Mutant[]) => Promise.resolve([mutants.map(({ id }) => id)]),
  check: (mutants: readonly Mutant[]) =>
    Promise.resolve(Object.fromEntries(mutants.map((one) => [one.id, resultOf(one)]))),
}

function resultOf(mutant: Mutant) {
  if (isDrawn(mutant)) return { status: 'passed' }
  return { status: 'compileError', reason: 'not in the sample' }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', value: checker }]
