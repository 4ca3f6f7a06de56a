import { resolve } from 'node:path'
import { build } from 'vite'

// The pages of a folder share a chunk, which compresses better than one for each, and so do folders that
// are small; the words of a language have one, and all else is loaded at once.
const apart = /\/src\/console\/(pages\/|strings\/(en|zh)\/|demo\/(?!is-demo))/
const small: Readonly<Record<string, string>> = {
  ...{ alarms: 'overview', setup: 'overview' },
  ...{ access: 'keys', enterprises: 'licenses' },
}
function chunkOfPage(id: string): string | null {
  const folder = /\/src\/console\/pages\/(\w+)\//.exec(id)?.[1] ?? null
  return small[folder ?? ''] ?? folder
}

/**
 * Bundles src/console into a folder: every address in it is relative, names of assets have a hash of
 * their content, and nothing is inline, which the policy would refuse.
 */
export async function bundleConsole(outDir: string): Promise<void> {
  const before = process.env['NODE_ENV']
  // Vite goes by it, and in a test it is another: then the bundle would be bigger than the one that is served.
  process.env['NODE_ENV'] = 'production'
  try {
    await bundle(outDir)
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: resolve('src/console'),
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'main', test: (id) => !apart.test(id), priority: 2 },
              { name: chunkOfPage, priority: 1 },
            ],
          },
        },
      },
    },
  })
}
