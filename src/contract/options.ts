import type { Options as AjvOptions } from 'ajv'
import type { Options } from 'openapi-backend'

/** Checks a string of a `format` that JSON Schema does not know. */
export type StringFormats = Readonly<Record<string, (text: string) => boolean>>

/** How values are validated; Ajv's own options. */
export type ValidatorOptions = Pick<
  AjvOptions,
  'allErrors' | 'coerceTypes' | 'logger' | 'unicode' | 'validateFormats' | 'verbose'
>

export interface BackendOptions
  extends
    Pick<Options, 'handlers' | 'securityHandlers' | 'coerceTypes'>,
    Pick<ValidatorOptions, 'allErrors'> {
  /** Ids of operations whose requests are not validated: neither parameters nor body. */
  readonly notValidated?: readonly string[] | undefined
  /**
   * Requests come with lower-case header names, and with query and body read: nothing is left to
   * parse. Not together with coerced types, since the parameters of a path are shared by its requests.
   */
  readonly alreadyParsed?: boolean
}
