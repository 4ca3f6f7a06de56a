import { randomUUID } from 'node:crypto'
import { lengths } from '../contract/index.ts'
import { sha256Hex } from '../crypto/ak-sk-canonical-request.ts'
import {
  callStoreApi,
  type StoreAnswer,
  type StoreContent,
  type StoreOptions,
} from './call-store-api.ts'
import { mayPass, outcomeOf, readResult, type StoreOutcome } from './result-code.ts'

/** A license for the store: the event it was asked for under, and a text or a file. */
export interface LicenseUpload {
  readonly eventId: string
  readonly content:
    | { readonly text: string }
    | { readonly fileName: string; readonly bytes: Buffer }
}

/** What the store made of it, with its code; `unreachable` if no code of the store came. */
export interface UploadAnswer {
  readonly outcome: StoreOutcome
  readonly code: string
  readonly message: string
  /** How long the store wants no further call, if it says so; the outcome is `retry` then. */
  readonly pauseMs?: number | undefined
}

/** The store as the one who takes licenses. */
export interface LicenseStore {
  /** @param signal breaks the upload off: its promise rejects. */
  readonly uploadLicense: (upload: LicenseUpload, signal?: AbortSignal) => Promise<UploadAnswer>
}

/** Makes a client; it keeps no state between calls. */
export function createLicenseStore(options: StoreOptions): LicenseStore {
  return { uploadLicense: (upload, signal) => uploadLicense(options, upload, signal) }
}

/**
 * Uploads a license (字符串文件流上传), signed over the exact bytes. Throws for nothing that the
 * network or the store do. Source: zh-cn_topic_0070649351.
 */
async function uploadLicense(
  options: StoreOptions,
  upload: LicenseUpload,
  signal: AbortSignal | undefined,
): Promise<UploadAnswer> {
  const event = encodeURIComponent(upload.eventId)
  const answer = await callStoreApi(options, {
    method: 'POST',
    path: `/api/mkp-openapi-public/global/v1/market-event/${event}/file`,
    parameters: [],
    content: contentOf(upload),
    signal,
  })
  if (!answer.reached) return unreachable(answer.message)
  const { pauseMs } = answer
  const told = answerOf(answer)
  return told.outcome === 'done' || pauseMs === undefined
    ? told
    : { ...told, outcome: 'retry', pauseMs }
}

function unreachable(message: string): UploadAnswer {
  return { outcome: 'retry', code: 'unreachable', message }
}

// Codes of the upload, zh-cn_topic_0070649352; HTTP 200 does not mean success. What stands here is
// decided by the code, whatever the HTTP status.
const outcomes: ReadonlyMap<string, StoreOutcome> = new Map<string, StoreOutcome>([
  ['91381033', 'final'],
  ['91381034', 'final'],
  ['91381035', 'final'],
  ['91381036', 'retry'],
  ['91381037', 'final'],
  ['91381038', 'final'],
  ['91380150', 'final'],
])

function answerOf({ status, body }: StoreAnswer): UploadAnswer {
  const result = readResult(body)
  if (result !== undefined) {
    return { ...result, outcome: outcomes.get(result.code) ?? outcomeOf(result.code, status) }
  }
  // Something in front of the store answered. A page with HTTP 200 passes too, a 404 does not.
  const outcome = status < 400 || mayPass(status) ? 'retry' : 'final'
  return { outcome, code: 'unreachable', message: `HTTP ${status} without a result code` }
}

/** The body: the part isvUpdateFileReq, and for a file its bytes. */
function contentOf({ content }: LicenseUpload): StoreContent {
  if (!('text' in content)) return fileContent(content.fileName, content.bytes)
  const { text } = content
  if (text.length > lengths.eventCharacters) return fileContent('license.txt', Buffer.from(text))
  return multipart([descriptionPart({ type: 'CHARACTERS', characters: text })])
}

function fileContent(fileName: string, bytes: Buffer): StoreContent {
  const description = { type: 'FILE', file_name: fileName, sha256: sha256Hex(bytes) }
  const disposition = `form-data; name="file"; filename="${quotable(fileName)}"`
  return multipart([
    descriptionPart(description),
    { disposition, type: 'application/octet-stream', bytes },
  ])
}

interface Part {
  readonly disposition: string
  readonly type: string
  readonly bytes: Buffer
}

function descriptionPart(description: object): Part {
  return {
    disposition: 'form-data; name="isvUpdateFileReq"',
    type: 'application/json',
    bytes: Buffer.from(JSON.stringify(description)),
  }
}

// By hand, because the signature covers the bytes and the HTTP client would write its own.
function multipart(parts: readonly Part[]): StoreContent {
  const boundary = `koogate-${randomUUID()}`
  const chunks = parts.flatMap(({ disposition, type, bytes }) => [
    `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${type}\r\n\r\n`,
    bytes,
    '\r\n',
  ])
  const body = [...chunks, `--${boundary}--\r\n`].map(bufferOf)
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(body) }
}

// As browsers write a file name inside quotes.
function quotable(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function bufferOf(chunk: Buffer | string): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
