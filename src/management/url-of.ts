/** Where this API shows something: the parts of its path, and by what a list is filtered. */
export function urlOf(
  path: readonly string[],
  filter: Readonly<Record<string, string>> = {},
): string {
  const query = Object.entries(filter).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  const end = query.length === 0 ? '' : `?${query.join('&')}`
  return `/api/v1/${path.map(encodeURIComponent).join('/')}${end}`
}
