import { matchesGlob, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * A sequencer that starts the files that take longest first, so that at the end no worker waits for
 * another: those of the first patterns in the order of these, and those of the last ones after all others.
 */
export function longestFirst(first: readonly string[], last: readonly string[]) {
  const rankOf = ({ project, moduleId }: TestSpecification): number => {
    const path = relative(project.config.root, moduleId)
    const matches = (pattern: string) => matchesGlob(path, pattern)
    const at = first.findIndex(matches)
    return at < 0 ? first.length + Number(last.some(matches)) : at
  }
  return class LongestFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files)
      return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
    }
  }
}
