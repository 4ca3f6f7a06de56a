import { readFileSync } from 'node:fs'
import ts from 'typescript'

const folder = new URL('../../docs/browser/', import.meta.url)
const scripts = ['reference', 'search', 'search-options']
const copied = ['style.css', 'icon.svg']

/** What the pages load beside the libraries: one style sheet, the icon, and the scripts as JavaScript. */
export function browserFiles(): [path: string, content: string][] {
  return [
    ...copied.map((name): [string, string] => [name, read(name)]),
    ...scripts.map((name): [string, string] => [`${name}.js`, toJavaScript(read(`${name}.ts`))]),
  ]
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

// The library is served beside the pages; a bare name would need an import map, which is inline.
function toJavaScript(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      rewriteRelativeImportExtensions: true,
      newLine: ts.NewLineKind.LineFeed,
    },
  })
  return outputText.replace(`from 'minisearch'`, `from './minisearch.js'`)
}
