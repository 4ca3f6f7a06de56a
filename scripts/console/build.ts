// npm run build:console: makes generated/console/ when what it is made from has changed, and says how big it is. With --check it
// fails when that is too big.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSite, keyOfInputs } from '../site/build.ts'
import { compressTexts } from '../site/compress.ts'
import { excessOf, formatSizes, sizesOf } from './sizes.ts'

const inputs = ['src/console', 'src/client.ts', 'scripts/console', 'package-lock.json']
const [folder, name] = ['generated', 'console']

/** The console of this repository, in generated/console. */
export function buildOwnConsole(): Promise<boolean> {
  return buildSite({ folder, name, key: keyOfInputs(inputs), make })
}

async function make(root: string): Promise<string> {
  const { bundleConsole } = await import('./bundle.ts')
  const made = join(root, 'dist')
  await bundleConsole(made)
  compressTexts(made)
  return made
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isNew = await buildOwnConsole()
  const sizes = sizesOf(join(folder, name))
  console.log(formatSizes(sizes))
  console.log(isNew ? 'generated/console is built' : 'generated/console is up to date')
  const tooBig = process.argv.includes('--check') ? excessOf(sizes) : []
  for (const line of tooBig) console.error(line)
  process.exitCode = Math.sign(tooBig.length)
}
