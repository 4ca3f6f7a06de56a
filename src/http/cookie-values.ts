/** The values that a `Cookie` header has for a name: several, where a browser has it of several hosts or paths. */
export function cookieValues(header: string | undefined, name: string): readonly string[] {
  return (header ?? '').split(';').flatMap((part) => {
    const [key = '', value] = part.split(/=(.*)/s, 2)
    return key.trim() === name && value !== undefined ? [value.trim()] : []
  })
}
