/** Path and query of a request. */
export function splitTarget(target: string): [path: string, query: string] {
  const at = target.indexOf('?')
  return at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}

/**
 * The target with single slashes in its path: an address that was registered with a slash at its end
 * has the kit's paths appended behind that.
 */
export function withSingleSlashes(target: string): string {
  if (!target.includes('//')) return target
  const [path] = splitTarget(target)
  return path.replace(/\/{2,}/g, '/') + target.slice(path.length)
}
