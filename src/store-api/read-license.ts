import { z } from 'zod'
import type { StoreSchemas } from '../contract/index.ts'
import { jsonIn } from '../domain/json-in.ts'
import { toStorable } from '../domain/storable-text.ts'

const text = z.string().transform(toStorable)
const optional = text.nullable().default(null).catch(null)

const License = z.object({
  license_code: text.pipe(z.string().min(1)),
  status: z.enum(['ALIVE', 'EXPIRED', 'RELEASED']),
  activate_time: optional,
  expire_time: optional,
} satisfies Record<keyof StoreSchemas['LicenseInfo'], z.ZodType>)

const CodeInfo = z.object({
  status: optional,
  expire_time: optional,
  product_id: optional,
  order_id: optional,
  amount: z.union([text, z.number()]).nullable().default(null).catch(null),
} satisfies Record<keyof StoreSchemas['LicenseCodeInfo'], z.ZodType>)

const data = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined

/** `data` of an answer as it came. */
export function readData(body: unknown): { readonly data: unknown } {
  return { data: data(body) }
}

/** A code as the store keeps it (授权码信息); null where it cannot be read. */
export function readLicense(body: unknown): { license: StoreSchemas['LicenseInfo'] | null } {
  return {
    license: License.nullable()
      .catch(null)
      .parse(data(body) ?? null),
  }
}

/** What an activation tells of the code, which is JSON inside of JSON; null where it cannot be read. */
export function readCodeInfo(body: unknown): { info: StoreSchemas['LicenseCodeInfo'] | null } {
  const told = z.object({ license_code_info: z.string() }).safeParse(data(body))
  const info = told.success ? jsonIn(told.data.license_code_info) : undefined
  return {
    info: CodeInfo.nullable()
      .catch(null)
      .parse(info ?? null),
  }
}
