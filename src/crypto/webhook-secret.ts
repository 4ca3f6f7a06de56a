import { randomBytes } from 'node:crypto'

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
const form = /^whsec_([A-Za-z0-9+/]+={0,2})$/
const fewestBytes = 24
const mostBytes = 64

/** A new secret of Standard Webhooks: `whsec_` and 32 bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Whether a text is such a secret, of 24 to 64 bytes. */
export function isWebhookSecret(text: string): boolean {
  const [, base64 = ''] = form.exec(text) ?? []
  const { length } = Buffer.from(base64, 'base64')
  return length >= fewestBytes && length <= mostBytes
}
