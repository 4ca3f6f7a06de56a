import { resolve } from 'node:path'
import { build } from 'vite'

// A page and the words of a language are chunks of their own; all else is loaded at once.
const apart = /\/src\/console\/(pages|strings\/(en|zh))\//

/**
 * Bundles src/console into a folder: every address in it is relative, names of assets have a hash of
 * their content, and nothing is inline, which the policy would refuse.
 */
export async function bundleConsole(outDir: string): Promise<void> {
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
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: 'main', test: (id) => !apart.test(id) && !id.endsWith('.css') }],
          },
        },
      },
    },
  })
}
