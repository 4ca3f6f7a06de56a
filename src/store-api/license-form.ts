import { randomUUID } from 'node:crypto'
import { lengths } from '../contract/index.ts'
import { sha256Hex } from '../crypto/ak-sk-canonical-request.ts'
import type { LicenseContent } from '../domain/license/license.ts'

/** A body as it is sent, byte for byte, its content type, and what of it is kept with the call. */
export interface StoreContent {
  readonly type: string
  readonly body: Buffer
  readonly kept: string
}

/**
 * The form of a license upload (字符串文件流上传): the part isvUpdateFileReq, and for a file its bytes.
 * Source: zh-cn_topic_0070649351.
 */
export function licenseForm(license: LicenseContent): StoreContent {
  if (!('text' in license)) return fileContent(license.fileName, license.bytes)
  const { text } = license
  if (text.length > lengths.eventCharacters) return fileContent('license.txt', Buffer.from(text))
  return form({ type: 'CHARACTERS', characters: text }, [])
}

function fileContent(fileName: string, bytes: Buffer): StoreContent {
  const disposition = `form-data; name="file"; filename="${quotable(fileName)}"`
  return form({ type: 'FILE', file_name: fileName, sha256: sha256Hex(bytes) }, [
    { disposition, type: 'application/octet-stream', bytes },
  ])
}

interface Part {
  readonly disposition: string
  readonly type: string
  readonly bytes: Buffer
}

function form(description: object, others: readonly Part[]): StoreContent {
  const kept = JSON.stringify(description)
  const first: Part = {
    disposition: 'form-data; name="isvUpdateFileReq"',
    type: 'application/json',
    bytes: Buffer.from(kept),
  }
  return { ...multipart([first, ...others]), kept }
}

// By hand, because the signature covers the bytes and the HTTP client would write its own.
function multipart(parts: readonly Part[]): { type: string; body: Buffer } {
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
