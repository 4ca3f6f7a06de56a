import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { longestFirst } from './test/harness/longest-first.ts'
import { useMemoryFolder } from './test/harness/memory-folder.ts'
import { isLong, scale } from './test/harness/scale.ts'

// Handed on to the workers: TEST_SEED=… npm test repeats a run.
process.env['TEST_SEED'] ??= String(randomInt(2 ** 31))
useMemoryFolder()
// They compile what they load once, not at every start.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/node')

// Lints, compiles and compares, as npm run check does.
const check = ['test/check.test.ts']
// Asks for processes of their own, a browser, an embedded database, many random runs, or more than two
// seconds. What takes longest comes first.
const slow = [
  'test/docs/{explain,site}.test.ts',
  'test/sso/chromium.test.ts',
  'test/console/*.test.ts',
  'test/conform/html.test.ts',
  'test/attack/{secret-key,unsigned-work}.test.ts',
  'test/start/**/*.test.ts',
  'test/guarantees/{database-away,killed,reruns-killed,upgrade-under-load}.test.ts',
  'test/attack/{cut-connection,folder-lock,half-bodies,long-migration}.test.ts',
  'test/guarantees/shadow.test.ts',
  'test/contract/{diff-command,lint,mock,mock-end,mock-memory,prism}.test.ts',
  'test/simulator/demo.test.ts',
  'test/simulator/server/server-page.test.ts',
  'test/calls/dial-test-generations.test.ts',
  'test/management/{embedded,kit-public-key,koogate-client}.test.ts',
  'test/guarantees/{embedded-lives,mutated-*,*.property}.test.ts',
  'test/package/{bench,exit-code,new-interface}.test.ts',
  'test/{clients,examples}/*.test.ts',
  'test/crypto/v1-cipher-java.test.ts',
  // It builds the site, unless that is there.
  'test/attack/npm-start.test.ts',
  'test/docs/{build,built-pages,first-seller}.test.ts',
  'test/conform/{foreign-sellers,koogate,matrix}.test.ts',
  'test/{scale,tracing}/*.test.ts',
  'test/guarantees/{asks,asks-killed,isolation,late-work,long-statements,nonce-first,one-instance,plan,stop,upgrade}.test.ts',
  'test/calls/{kit-endpoints,kit-life,license-a,orders,product-answers,saas-v1-fields,saas-v1-life-cycle,saas-v1-provisioning}.test.ts',
  'test/reconcile/{drifts,orders,running}.test.ts',
  'test/usage/{embedded,model,push}.test.ts',
  'test/webhooks/{away,away-and-killed,hostile-endpoints}.test.ts',
  'test/{codes/check-codes,simulator/scenario,explain/search,sso/refusals,standing/dial-tests}.test.ts',
  'test/jobs/{ask-worker,retention,waiting-orders}.test.ts',
  'test/management/{attempts,audit,import,import-file,instance-timeline,list-plans,message-reruns,moved-folder,orders,tokens}.test.ts',
  'test/events/{every-type,positions}.test.ts',
]
// Asks for nothing but this process.
const unit = [
  'test/webhooks/{address-guard,post-signed}.test.ts',
  'test/calls/slots-by-key.test.ts',
  'test/{architecture,auth-centre,config,conform,crypto,docs,domain,mask,mutation,package,simulator,store-api}/**/*.test.ts',
  'test/contract/{contract-hook,diff,diff/*,examples,interfaces}.test.ts',
]
// Asks for Postgres and HTTP.
const service = ['test/**/*.test.ts']

// A worker that has the sources loaded and warm serves one project: whoever wants all of them has one.
const isPart = process.argv.some((word) => word.startsWith('--project'))
// The field has a configuration of its own.
const field = 'test/field/**'

const project = (name: string, include: readonly string[], exclude: readonly string[]) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude] },
})

export default defineConfig({
  test: {
    projects: isPart
      ? [
          // The next two of them.
          project('fast', service, [...slow, ...check, field]),
          project('unit', unit, slow),
          project('service', service, [...unit, ...slow, ...check, field]),
          project('slow', slow, []),
          project('check', check, []),
        ]
      : [project('all', service, [field])],
    sequence: { sequencer: longestFirst([...check, ...slow], unit) },
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/seeded.ts'],
    reporters: ['default', './test/harness/summary-reporter.ts'],
    // More than the two cores that are there at least: the slow files wait half of their time.
    maxWorkers: 3,
    // Services and contracts are made all the time: with little room the collector takes a tenth of the CPU.
    // The embedded database is compiled once quickly; to compile it well, too, pays in a long run alone.
    execArgv: ['--max-semi-space-size=64', ...(isLong ? [] : ['--liftoff-only'])],
    // Every file starts and stops its own service; loading the modules anew for each took a third of the run.
    isolate: false,
    testTimeout: scale.minutesATest * 60_000,
    // A long run records 10,000 calls in one.
    hookTimeout: Math.max(3, scale.minutesATest) * 60_000,
    // As long as until() (test/harness/until.ts): a second is little on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
