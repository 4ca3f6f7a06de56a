import { lengths } from '../../contract/index.ts'
import type { StoreRequest } from '../../crypto/ak-sk-signature.ts'
import { sha256Hex } from '../../crypto/ak-sk-canonical-request.ts'
import { isObject } from '../calls/answer.ts'
import { type FormPart, readForm } from './multipart.ts'
import { type StoreCode, type WireAnswer, refusal } from './store-refusal.ts'

const path = /^\/api\/mkp-openapi-public\/global\/v1\/market-event\/([^/]+)\/file\/?$/

/** A code of the upload beside those of the open APIs: of the license itself, or of the caller's role. */
export type UploadCode = StoreCode | `9138${string}`

/** An upload that arrived, with its parts as they were read, and the code or fault it was answered with. */
export interface ReceivedUpload {
  readonly eventId: string
  readonly description: Readonly<Record<string, unknown>>
  /** The bytes of a file and the name of its part. */
  readonly file?: { readonly name: string; readonly bytes: Buffer }
  readonly at: Date
  readonly answer: string
}

/** The parts of an upload; undefined if the body is not a multipart form with the description. */
export type UploadParts = Pick<ReceivedUpload, 'eventId' | 'description' | 'file'>

/** The event that a request uploads for; undefined if it is another request. */
export function uploadedEvent({ method, url }: StoreRequest): string | undefined {
  const match = method === 'POST' ? path.exec(url.pathname) : null
  return match?.[1] === undefined ? undefined : decodeURIComponent(match[1])
}

/** Reads the two parts of an upload (字符串文件流上传, zh-cn_topic_0070649351). */
export function readUpload(
  eventId: string,
  { headers, body }: StoreRequest,
): UploadParts | undefined {
  const parts = readForm(headers['content-type'] ?? '', Buffer.from(body)) ?? []
  const description = descriptionIn(parts.find(({ name }) => name === 'isvUpdateFileReq'))
  if (description === undefined) return undefined
  const file = parts.find(({ name }) => name === 'file')
  if (file === undefined) return { eventId, description }
  return { eventId, description, file: { name: file.fileName ?? '', bytes: file.bytes } }
}

function descriptionIn(part: FormPart | undefined): UploadParts['description'] | undefined {
  if (part?.type !== 'application/json') return undefined
  try {
    const value: unknown = JSON.parse(part.bytes.toString())
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Checks an upload by the rules of its page: `CBC.0000`, or `CBC.0101` naming what is wrong. */
export function validateUpload(parts: UploadParts | undefined): WireAnswer {
  const fault = parts === undefined ? 'isvUpdateFileReq is missing' : faultOf(parts)
  if (fault !== undefined) return uploadAnswer('CBC.0101', fault)
  return { status: 200, body: { error_code: 'CBC.0000', error_msg: 'success' } }
}

function faultOf({ eventId, description, file }: UploadParts): string | undefined {
  const { type, characters, file_name: fileName, sha256 } = description
  if (eventId.length > lengths.eventId) return 'event_id is too long'
  if (type === 'CHARACTERS')
    return isText(characters, lengths.eventCharacters) ? undefined : 'characters is wrong'
  if (type !== 'FILE') return 'type is wrong'
  if (!isText(fileName, lengths.eventFileName)) return 'file_name is wrong'
  if (file === undefined) return 'file is missing'
  return sha256 === sha256Hex(file.bytes) ? undefined : 'sha256 is not that of the file'
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= most
}

// HTTP status and meaning, zh-cn_topic_0070649352; those of the license itself come with HTTP 200.
const failures: ReadonlyMap<string, readonly [status: number, message: string]> = new Map([
  ['CBC.0101', [400, 'A parameter is wrong']],
  ['CBC.0150', [403, 'The operation is not allowed']],
  ['CBC.0999', [500, 'Internal error']],
])

/** A refusal of an upload; its envelope differs from that of the order query. */
export function uploadAnswer(code: UploadCode, detail?: string): WireAnswer {
  if (isGatewayCode(code)) return refusal(code, detail)
  const [status, message] = failures.get(code) ?? [200, 'The license is refused']
  return { status, body: { error_code: code, error_msg: detail ?? message } }
}

function isGatewayCode(code: UploadCode): code is `APIGW.${string}` {
  return code.startsWith('APIGW.')
}
