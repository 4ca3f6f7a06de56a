import type { StoreOperations, StoreSchemas } from '../contract/index.ts'
import type { LicenseContent } from '../domain/license/license.ts'
import type { RejectedUsage } from '../domain/usage/push.ts'
import type { OrderInfo } from './order.ts'

/** The contract's open APIs that are signed with a site's access keys; those of the auth centre are not. */
export type StoreOperation = keyof Pick<
  StoreOperations,
  | 'queryOrder'
  | 'pushUsage'
  | 'pushUsageOld'
  | 'activateLicense'
  | 'activateLicenses'
  | 'queryLicense'
  | 'reportSoftwareUsage'
  | 'uploadEventFile'
>

type PartOf<Operation extends StoreOperation, Part extends 'query' | 'path'> =
  StoreOperations[Operation]['parameters'] extends Readonly<Record<Part, infer Values>>
    ? Readonly<Record<Part, Values>>
    : unknown

type BodyOf<Operation extends StoreOperation> = StoreOperations[Operation] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } }
}
  ? { readonly body: Body }
  : unknown

interface OwnParts {
  /** The key of the address whose instances these are, which signs the usage beside the access keys. */
  pushUsage: { readonly usageKey: string }
  /** The license: text, or a file where it is one or the text has more than 1,024 characters. */
  uploadEventFile: { readonly license: LicenseContent }
}

/** What is asked: parameters, not yet encoded, and the body, as the contract types them. */
export type StoreRequest<Operation extends StoreOperation> = PartOf<Operation, 'query'> &
  PartOf<Operation, 'path'> &
  BodyOf<Operation> &
  (Operation extends keyof OwnParts ? OwnParts[Operation] : unknown)

/** `rejected` is empty for all taken; its members are all null where the list has a form that nobody foresaw. */
interface UsageAnswer {
  readonly rejected: readonly RejectedUsage[]
}

/** What the store answers with success, as it could be read. */
export interface StoreAnswers {
  /** `raw` is `orderInfo` as it was sent. */
  queryOrder: { readonly order: OrderInfo; readonly raw: unknown }
  pushUsage: UsageAnswer
  pushUsageOld: UsageAnswer
  /** Null where the store tells nothing of the code, or nothing that can be read. */
  activateLicense: { readonly info: StoreSchemas['LicenseCodeInfo'] | null }
  activateLicenses: object
  queryLicense: { readonly license: StoreSchemas['LicenseInfo'] | null }
  /** No page shows its form: `data` as it came. */
  reportSoftwareUsage: { readonly data: unknown }
  uploadEventFile: object
}
