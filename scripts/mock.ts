// Serves the contract with Prism and a memory, one port a document: for front-end teams and partners.
import { parseArgs } from 'node:util'
import { documentNames } from './shared/document-names.ts'
import { resetPath } from './mock/reset-path.ts'
import { startMock } from './mock/serve.ts'

// Nothing of it outlives the process, so it ends at any time.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))

const { port, console: withConsole } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    // The console on the mock of the management API, one port after the last.
    console: { type: 'boolean', default: false },
  },
}).values
const host = process.env['HOST'] ?? '127.0.0.1'
const log = (line: string) => console.log(line)

try {
  const starts = documentNames.map((document, index) => {
    return startMock(document, { host, port: Number(port) + index, log })
  })
  const mocks = await Promise.all(starts)
  for (const [index, { url }] of mocks.entries()) {
    console.log(`${(documentNames[index] ?? '').padEnd(10)} ${url}`)
  }
  if (withConsole) {
    const api = mocks[documentNames.indexOf('management')]?.url ?? ''
    // It brings a server and a bundler, which the mock alone can do without.
    const { serveConsole } = await import('./mock/serve-console.ts')
    const served = await serveConsole({ host, port: Number(port) + documentNames.length, api })
    console.log(`${'console'.padEnd(10)} ${served.url}`)
  }
  console.log('Choose a scene or a refusal:  Prefer: example=instance-frozen  Prefer: code=409')
  console.log(`Forget what was written:      POST ${resetPath}`)
} catch (error) {
  console.error(`The mock does not start. ${String(error)}; --port 5010 takes other ports.`)
  process.exit(1)
}
