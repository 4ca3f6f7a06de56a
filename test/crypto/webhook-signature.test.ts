import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { signWebhook, unixSeconds, webhookKey } from '../../src/crypto/webhook-signature.ts'

const { vectors } = z
  .object({
    vectors: z
      .array(
        z.object({
          name: z.string(),
          secret: z.string(),
          id: z.string(),
          timestamp: z.string(),
          payload: z.string(),
          expected: z.string(),
        }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/webhook-signature.json', 'utf8')))

test.each(vectors)('$name gives the signature of its vector', (vector) => {
  const { secret, id, payload } = vector
  const at = new Date(Number(vector.timestamp) * 1_000)
  expect(signWebhook(webhookKey(secret), { id, at, body: Buffer.from(payload) })).toBe(
    vector.expected,
  )
})

test.each(['', '{"a":1}', '{"名":"值","emoji":"\u{1f600}"}', 'x'.repeat(100_000)])(
  'it is what the library makes of any body (%#)',
  (text) => {
    const at = new Date(1_796_000_000_999)
    const secret = newWebhookSecret()
    const own = signWebhook(webhookKey(secret), { id: 'id-1', at, body: Buffer.from(text) })
    expect(own).toBe(new Webhook(secret).sign('id-1', at, text))
    expect(unixSeconds(at)).toBe(1_796_000_000)
  },
)
