const special = /["\\]/g

/** Texts as one parameter, `{"a","b"}`: the driver would look at each of them several times. */
export function textArray(values: readonly string[]): string {
  return values.length === 0 ? '{}' : `{"${values.map(escaped).join('","')}"}`
}

function escaped(value: string): string {
  return value.includes('"') || value.includes('\\') ? value.replace(special, '\\$&') : value
}

/** The same of what has no character that is to be escaped: numbers, dates, UUIDs. */
export function plainArray(values: readonly (string | number)[]): string {
  return `{${values.join()}}`
}
