import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import {
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractDocument } from '../../src/contract/index.ts'
import { shownDocument } from './documents.ts'
import { type Validate, createValidator } from './validate.ts'
import { type Prism, startPrism } from './prism.ts'
import { readRequest } from './read-request.ts'
import { type MockAnswer, unserved } from './refusals.ts'

/** A mock of one document. */
export interface Mock {
  readonly url: string
  /** Resolves when it cannot answer any more. */
  readonly ended: Promise<unknown>
  stop(): Promise<void>
}

interface Stage {
  readonly document: ContractDocument
  readonly validate: Validate
  readonly prism: Prism
}

/**
 * Serves a document without a service: the contract validates each request, unsigned ones too, and Prism
 * shows the scene that was asked for with `Prefer: example=<name>`, or one that suits the call.
 */
export async function startMock(
  document: ContractDocument,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Mock> {
  const validate = await createValidator(document)
  const folder = mkdtempSync(join(tmpdir(), 'koogate-mock-'))
  const path = join(folder, `${document}.json`)
  writeFileSync(path, JSON.stringify(shownDocument(document)))
  // Prism watches the document and ends when that goes away, so the folder stays as long as it lives.
  const remove = () => {
    process.off('exit', remove)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  const prism = await startPrism(['mock', path], 0).catch((error: unknown) => {
    remove()
    throw error
  })
  const server = createServer((request, response) => {
    answer({ document, validate, prism }, request, response).catch(() => response.destroy())
  })
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await prism.stop()
    remove()
  }
  try {
    return { url: await listen(server, host, port), ended: prism.ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      resolve(`http://${host}:${(server.address() as AddressInfo).port}`)
    })
  })
}

async function answer(stage: Stage, incoming: IncomingMessage, response: ServerResponse) {
  const { status, headers = {}, text = '' } = await answerTo(stage, incoming)
  response.writeHead(status, { ...headers, ...openToBrowsers })
  response.end(text)
}

async function answerTo(stage: Stage, incoming: IncomingMessage): Promise<Shown> {
  // A browser asks first whether it may.
  if (incoming.method === 'OPTIONS') return { status: 204 }
  const request = await readRequest(incoming, stage.document)
  const verdict = await stage.validate(request)
  if ('refusal' in verdict) return json(verdict.refusal)
  const shown = await show(stage.prism, incoming, verdict.scene)
  if (!shown.text.includes('https://stoplight.io/prism/errors#')) return withOwnStatus(shown)
  return json(unserved(stage.document, 404, problemOf(shown.text)))
}

interface Shown {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly text?: string
}

async function show(
  prism: Prism,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  scene?: string,
) {
  const { prefer = scene && `example=${scene}`, accept } = headers
  const response = await fetch(new URL(url, prism.url), {
    method,
    redirect: 'manual',
    headers: { ...(prefer && { prefer: String(prefer) }), ...(accept && { accept }) },
  })
  const kept = [...response.headers].filter(([name]) => !unkept.test(name))
  return { status: response.status, headers: Object.fromEntries(kept), text: await response.text() }
}

// The scene of `default` is that of one status; asked for as another, it is a problem of that one.
function withOwnStatus(
  shown: Shown & { readonly headers: Readonly<Record<string, string>> },
): Shown {
  const { status, headers, text = '' } = shown
  if (!headers['content-type']?.startsWith('application/problem+json')) return shown
  const problem = JSON.parse(text) as { readonly status?: number }
  if (problem.status === status) return shown
  const title = STATUS_CODES[status] ?? 'Error'
  return { ...shown, text: JSON.stringify({ ...problem, title, status }) }
}

// What belongs to the connection, and what is the mock's own.
const unkept = /^(connection|keep-alive|date|content-length|transfer-encoding|sl-|access-control-)/

function problemOf(text: string): string {
  const { detail } = JSON.parse(text) as { detail?: string }
  return `the mock cannot show this: ${detail ?? 'no such scene'}`
}

function json({ status, type, headers = {}, body }: MockAnswer): Shown {
  return { status, headers: { ...headers, 'content-type': type }, text: JSON.stringify(body) }
}

const openToBrowsers = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-expose-headers': '*',
}
