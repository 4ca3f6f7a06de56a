import type { Options as AjvOptions } from 'ajv'
import type { Options } from 'openapi-backend'

/** Checks a string of a `format` that JSON Schema does not know. */
export type StringFormats = Readonly<Record<string, (text: string) => boolean>>

/** How values are validated; Ajv's own options. */
export type ValidatorOptions = Pick<
  AjvOptions,
  'allErrors' | 'coerceTypes' | 'logger' | 'unicode' | 'validateFormats' | 'verbose'
>

export type BackendOptions = Pick<Options, 'handlers' | 'securityHandlers' | 'coerceTypes'> &
  Pick<ValidatorOptions, 'allErrors'>
