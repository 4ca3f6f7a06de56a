import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { parse } from 'yaml'
import { newWebhookSecret } from '../../src/crypto/webhook-secret.ts'
import { until } from '../harness/until.ts'
import type { Receiver } from './receivers.ts'

/** What is sent to a receiver, and what is done to it on its way. */
export interface Sent {
  readonly id?: string
  readonly message: object
  /** Of the signature; now, unless told. */
  readonly at?: Date
  /** In place of the receiver's own. */
  readonly secrets?: readonly string[]
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string
}

/** Posts a message as Koogate does, signed by the library of the standard. */
export async function post(receiver: Receiver, sent: Sent) {
  const { id = randomUUID(), message, at = new Date(), tamper = (body) => body } = sent
  const { secrets = [receiver.secret] } = sent
  const body = JSON.stringify(message)
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body))
  const answer = await fetch(receiver.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
    body: tamper(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as object }
}

/**
 * The lines about an instance that a receiver has printed. What it prints comes later than what it
 * answers: a message that is sent last is waited for.
 */
export async function linesAbout(receiver: Receiver, instanceId: string): Promise<string[]> {
  const last = randomUUID()
  await post(receiver, { message: scene('asks/change-check', last) })
  const lines = await until(
    () => Promise.resolve(receiver.lines()),
    (all) => all.includes(`change.check ${last}`),
  )
  return lines.filter((line) => line.endsWith(` ${instanceId}`))
}

/** A secret that is not the receiver's. */
export const otherSecret = newWebhookSecret()

/** A scene of the contract as a message about an instance of its own. */
export function scene(name: string, instanceId: string) {
  const text = readFileSync(`openapi/examples/${name}.yaml`, 'utf8')
  const { value } = parse(text) as {
    readonly value: { readonly type: string; readonly data: object }
  }
  return { ...value, data: { ...value.data, instanceId } }
}
