import {
  type ManagementSchemas,
  type SchemaValidator,
  createSchemaValidator,
  firstViolation,
  lengths,
  validationMessage,
} from '../../contract/index.ts'
import type { AskKind, FailedAttempt } from '../../domain/ask/ask.ts'
import type { AppInfo, Failure } from '../../domain/instance/instance.ts'
import type { LicenseContent } from '../../domain/license/license.ts'
import { jsonIn } from '../../domain/json-in.ts'
import { managementFormats } from '../../domain/management-formats.ts'
import { toStorable } from '../../domain/storable-text.ts'
import { type PostAnswer, PostError } from '../../webhooks/post-signed.ts'

/** What the product has answered, or why that is no answer. */
export type Asked =
  | { readonly outcome: 'made'; readonly appInfo: AppInfo }
  | { readonly outcome: 'licensed'; readonly content: LicenseContent }
  | { readonly outcome: 'applied' }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly failure: Failure }
  | ({ readonly outcome: 'failed' } & FailedAttempt)

type Schemas = ManagementSchemas
type Status = Pick<PostAnswer, 'status' | 'body'>

/** Reads an answer by the contract. */
export function readAnswer(kind: AskKind, answer: Status): Asked {
  const { status } = answer
  if (kind === 'apply-change') return isSuccess(status) ? { outcome: 'applied' } : notOne(answer)
  if (status === 202) return { outcome: 'taken' }
  if (status === 200) return kind === 'provision' ? madeIn(answer) : licensedIn(answer)
  if (status >= 400 && status < 500) return refusedIn(kind, answer)
  return notOne(answer)
}

/** Why a request got no answer. */
export function withoutAnswer(error: unknown): Asked {
  if (!(error instanceof PostError)) throw error
  return { outcome: 'failed', code: error.reason, error: shortened(error.message), answer: null }
}

/** Whether a renewal may change the product; undefined where the answer does not say. */
export function readCheck({ status, body }: Status): Schemas['ChangeCheckAnswer'] | undefined {
  const read = status === 200 ? jsonIn(body) : undefined
  return faultIn(read, validators.check) === undefined
    ? (read as Schemas['ChangeCheckAnswer'])
    : undefined
}

function madeIn(answer: Status): Asked {
  const body = jsonIn(answer.body)
  const fault = faultIn(body, validators.provision)
  if (fault !== undefined) return notOne(answer, fault)
  const { frontEndUrl, ...more } = body as Schemas['ProvisionAnswer']
  const told = (['adminUrl', 'userName', 'password', 'memo'] as const).flatMap((name) =>
    more[name] ? [[name, toStorable(more[name])]] : [],
  )
  return { outcome: 'made', appInfo: { frontEndUrl, ...(Object.fromEntries(told) as object) } }
}

function licensedIn(answer: Status): Asked {
  const body = jsonIn(answer.body)
  const fault = faultIn(body, validators.license)
  if (fault !== undefined) return notOne(answer, fault)
  const license = body as Schemas['LicenseAnswer']
  const content =
    'text' in license
      ? { text: toStorable(license.text) }
      : { fileName: license.fileName, bytes: Buffer.from(license.base64, 'base64') }
  return { outcome: 'licensed', content }
}

function refusedIn(kind: AskKind, answer: Status): Asked {
  const body = jsonIn(answer.body)
  const validate = kind === 'provision' ? validators.refusal : validators.licenseRefusal
  if (faultIn(body, validate) !== undefined) return notOne(answer)
  const { code, reason } = body as Schemas['LicenseRefusal']
  return { outcome: 'refused', failure: { code, reason: toStorable(reason) } }
}

function notOne({ status, body }: Status, fault?: string): Asked {
  return {
    outcome: 'failed',
    code: String(status),
    error: fault === undefined ? `HTTP ${status}` : `HTTP ${status}: ${fault}`,
    answer: body === '' ? null : shortened(body),
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function faultIn(body: unknown, validate: SchemaValidator): string | undefined {
  if (body === undefined) return 'the body is not JSON'
  const violation = firstViolation(validate(body))
  return violation && validationMessage(violation)
}

function shortened(text: string): string {
  return toStorable(text.slice(0, lengths.askAnswer))
}

const validatorOf = (schema: string) =>
  createSchemaValidator('management', schema, managementFormats)

const validators = {
  provision: validatorOf('ProvisionAnswer'),
  license: validatorOf('LicenseAnswer'),
  refusal: validatorOf('ProvisionRefusal'),
  licenseRefusal: validatorOf('LicenseRefusal'),
  check: validatorOf('ChangeCheckAnswer'),
}
