import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { signWebhook, unixSeconds, webhookKey } from '../../src/crypto/webhook-signature.ts'

// From https://github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/index.test.ts.
test('a signature of Standard Webhooks is the one that its library tests for', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const body = Buffer.from('{"test": 2432232314}')
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
  expect(signWebhook(webhookKey(secret), { id, at: new Date(1_614_265_330_000), body })).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
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
