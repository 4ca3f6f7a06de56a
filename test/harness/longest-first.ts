import { matchesGlob, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * A sequencer that starts the files that take longest first, so that at the end no worker waits for
 * another: the projects in this order, and of each the files in the order of these patterns.
 */
export function longestFirst(projects: readonly string[], patterns: readonly string[]) {
  const rankOf = ({ project, moduleId }: TestSpecification): number => {
    const path = relative(project.config.root, moduleId)
    const at = patterns.findIndex((pattern) => matchesGlob(path, pattern))
    return projects.indexOf(project.name) * 1_000 + (at < 0 ? 999 : at)
  }
  return class LongestFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files)
      return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
    }
  }
}
