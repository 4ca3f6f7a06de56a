// Hands the process to the command: the sources in a clone, what they were compiled to in a package (Node
// runs no TypeScript below node_modules).
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'

module.enableCompileCache()
const sources = new URL('../src/cli/main.ts', import.meta.url)
const compiled = new URL('../dist/src/cli/main.js', import.meta.url)
const { main, unforeseen } = await import(existsSync(sources) ? sources.href : compiled.href)

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
process.on('uncaughtException', (error) => {
  process.exit(unforeseen(process, version, error))
})
process.exitCode = await main(process, version)
