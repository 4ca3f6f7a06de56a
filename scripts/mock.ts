// Serves the contract with Prism, one port a document: for front-end teams and partners.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const documents = { seller: 4010, store: 4011, management: 4012 } as const

interface Parameter {
  readonly in?: string
  required?: boolean
}

interface Contract {
  security?: unknown
  readonly paths: Record<string, Record<string, { security?: unknown }>>
  readonly components: { readonly parameters?: Record<string, Parameter> }
}

/** A copy of a document that asks for no signature: whoever tries the mock has no key. */
function unsigned(document: string): Contract {
  const contract = JSON.parse(readFileSync(`generated/${document}.json`, 'utf8')) as Contract
  delete contract.security
  for (const path of Object.values(contract.paths)) {
    for (const operation of Object.values(path)) delete operation.security
  }
  // Timestamp and nonce go with the signature; nothing else outside a path is required.
  for (const parameter of Object.values(contract.components.parameters ?? {})) {
    if (parameter.in !== 'path') parameter.required = false
  }
  return contract
}

const folder = mkdtempSync(join(tmpdir(), 'koogate-mock-'))
const host = process.env['HOST'] ?? '127.0.0.1'
const mocks = Object.entries(documents).map(([document, port]) => {
  const path = join(folder, `${document}.json`)
  writeFileSync(path, JSON.stringify(unsigned(document)))
  console.log(`${document.padEnd(10)} http://${host}:${port}`)
  const args = ['mock', path, '--host', host, '--port', String(port), '--verboseLevel', 'warn']
  return spawn('prism', args, { stdio: 'inherit' })
})
console.log('Choose a scene with the header: Prefer: example=newInstance-provisioning')

function stop(): void {
  for (const mock of mocks) mock.kill()
  rmSync(folder, { recursive: true, force: true })
}

process.once('SIGINT', stop)
process.once('SIGTERM', stop)
for (const mock of mocks) {
  mock.once('exit', (code) => {
    process.exitCode = code ?? 0
    stop()
  })
}
