import type { ErrorObject } from 'ajv'

/** One violation of the contract in words: the field first, then what is wrong with it. */
export function validationMessage(error: ErrorObject): string {
  const field = fieldOf(error)
  switch (error.keyword) {
    case 'required':
      return `${field} is missing`
    case 'discriminator':
      return error.params['error'] === 'mapping'
        ? `${field} is unknown: ${String(error.params['tagValue'])}`
        : `${field} is missing or not a string`
    case 'enum':
      return `${field} must be one of ${wordsOf(error.params['allowedValues'] as unknown[])}`
    case 'additionalProperties':
      return `${field} is unknown`
    case 'const':
      return `${field} must be ${String(error.params['allowedValue'])}`
    case 'format':
      return error.params['format'] === 'store-time'
        ? `${field} is not a date that exists, written yyyyMMddHHmmss`
        : `${field} is not a valid ${String(error.params['format'])}`
    default:
      return `${field} ${error.message ?? 'is not valid'}`
  }
}

// A flag may be 0 or '0'.
function wordsOf(values: readonly unknown[]): string {
  return [...new Set(values.map(String))].join(', ')
}

/** The field a violation is about, as a path without its place in the request: `usageInfo/0/usageValue`. */
export function fieldOf(error: ErrorObject): string {
  const [, , ...path] = error.instancePath.split('/')
  const { missingProperty, additionalProperty, tag } = error.params as Record<string, string>
  const last = missingProperty ?? additionalProperty ?? tag
  const field = [...path, ...(last === undefined ? [] : [last])].join('/')
  return field === 'requestBody' || field === '' ? 'body' : field
}

/** The violation worth telling: the body's before the query's, a leaf before the alternatives above it. */
export function firstViolation(errors: readonly ErrorObject[]): ErrorObject | undefined {
  return errors.find(isInBody) ?? errors[0]
}

export function isInBody({ instancePath }: ErrorObject): boolean {
  return instancePath.startsWith('/requestBody')
}
