/**
 * The target of a request as paths are compared here: `/path?query`, byte for byte. A proxy may send
 * the absolute form, `http://host/path?query`, which a server has to take (RFC 9112, 3.2.2).
 */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target
  const [before = ''] = /^https?:\/\/[^/?#]*/i.exec(target) ?? []
  const rest = target.slice(before.length)
  return before === '' || rest.startsWith('/') ? rest : `/${rest}`
}
