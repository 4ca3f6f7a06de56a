import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Sample, SampleLanguage } from '../../scripts/site/samples/sample.ts'

/** What a server heard of a program. */
export interface Heard {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const commands: Readonly<Record<string, readonly string[]>> = {
  curl: ['sh', '-e'],
  'Node.js': [process.execPath],
  Java: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8'],
  Python: ['python3'],
  PHP: ['php'],
  Go: ['go', 'run'],
}

const needed: Readonly<Record<string, readonly string[]>> = {
  curl: ['curl --version', 'openssl version'],
  'Node.js': [],
  Java: ['java -version'],
  Python: ['python3 --version'],
  PHP: ['php --version'],
  Go: ['go version'],
}
const missing = new Map<string, string | undefined>()

/** What a language needs and this machine does not have; undefined if it has all. */
export function missingFor({ label }: SampleLanguage): string | undefined {
  if (!missing.has(label)) {
    const absent = needed[label]?.find((command) => spawnSync('sh', ['-c', command]).status !== 0)
    missing.set(label, absent?.split(' ')[0])
  }
  return missing.get(label)
}

/** The sample with its address at another origin, as a reader would put it. */
function sampleAt(sample: Sample, origin: string): Sample {
  return { ...sample, address: sample.address.replace(new URL(sample.address).origin, origin) }
}

/** Runs the program of a sample against a server of its own, and returns the sample and what was heard. */
export async function runSample(sample: Sample, language: SampleLanguage) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      heard.push({
        method: request.method ?? '',
        url: new URL(request.url ?? '', 'http://127.0.0.1'),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.concat(chunks).toString(),
      })
      response.writeHead(418, { 'content-type': 'text/plain' }).end('the answer')
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const here = sampleAt(sample, `http://127.0.0.1:${port}`)
  try {
    return { sample: here, heard, printed: await printedBy(language.write(here), language) }
  } finally {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  }
}

async function printedBy(program: string, { label, file }: SampleLanguage): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-sample-'))
  try {
    writeFileSync(join(folder, file), program)
    const [command = '', ...options] = commands[label] ?? []
    const { stdout } = await promisify(execFile)(command, [...options, file], { cwd: folder })
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
