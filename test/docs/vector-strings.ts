import { readFileSync } from 'node:fs'

/** Every text that stands in a file of openapi/vectors, however deep. */
export function stringsOfVectors(name: string): string[] {
  return stringsIn(JSON.parse(readFileSync(`openapi/vectors/${name}.json`, 'utf8')))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
