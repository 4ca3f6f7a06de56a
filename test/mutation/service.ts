import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { useMemoryFolder } from '../harness/memory-folder.ts'

useMemoryFolder()

/**
 * Which files a mutant meets first, as it is over with the first test that fails: those that noticed one
 * before it, which was near it, and then the shortest.
 */
class SoonestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longestFirst = await super.sort(files)
    const { failed = [], passed = [] } = Object.groupBy(longestFirst, (file) =>
      this.ctx.cache.getTestSpecificationResult(file)?.failed === true ? 'failed' : 'passed',
    )
    return [...failed, ...passed.toReversed()]
  }
}

/** What the mutants of calls/ are held against: calls to a service on the Postgres of the run. */
export default defineConfig({
  test: {
    include: [
      'test/{calls,codes,reconcile,standing}/**/*.test.ts',
      'test/domain/{ask-answer,order-to-come}.test.ts',
      'test/events/every-type.test.ts',
      'test/guarantees/{alarms,asks,isolation,late-work,log-lines,nonce-first,nonces,one-instance*,plan,read-back,scopes,sites}.test.ts',
      'test/jobs/{ask-worker,waiting-orders}.test.ts',
      'test/management/{app-info,attempts,deliveries,import,keys,licenses,message-keys,message-reruns,messages,rerun,usage-info}.test.ts',
    ],
    sequence: { sequencer: SoonestFirst },
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/seeded.ts', 'test/mutation/dropped.ts'],
    // Loading the service anew for each file took most of the time of a mutant, and then Vite's part in it.
    isolate: false,
    experimental: { viteModuleRunner: false },
    // The longest test takes a few seconds; who waits for what a mutant does not do waits as long.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
