import { compactSorted, writtenIfShallow } from './compact-json.ts'

// Whoever needs this form is a caller whose body is not written as the store signs it: a debug case
// typed by hand, a sample printed on several lines. Those have up to four kilobytes and a dozen
// members; full lists are sent as they are signed. Nobody has signed what is parsed here.
const longestBytes = 64 * 1024
const mostMembers = 100

/**
 * A body as the store serialises it before it signs; undefined for what is not a JSON object, or is
 * larger than any body that is written in another form.
 */
export function compactFormOf(rawBody: Buffer): string | undefined {
  if (rawBody.length > longestBytes) return undefined
  const body = parsed(rawBody)
  if (!isObject(body) || Object.keys(body).length > mostMembers) return undefined
  return writtenIfShallow(() => compactSorted(body))
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(rawBody))
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
