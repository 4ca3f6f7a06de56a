/**
 * Where the auth centre of a tenant is, without a slash at its end: `domainName` of the tenant sync,
 * which has its scheme in the sample and lacks it in the text. Undefined for what is no address, or for
 * one in clear where that may not be.
 */
export function authCentreAt(
  domainName: string | null,
  { mayBeOpen }: { readonly mayBeOpen: boolean },
): string | undefined {
  const text = (domainName ?? '').trim()
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (url === null || text === '') return undefined
  const isSecure = url.protocol === 'https:' || (mayBeOpen && url.protocol === 'http:')
  if (!isSecure || url.username + url.password + url.search + url.hash !== '') return undefined
  return url.href.replace(/\/+$/, '')
}

/** A page of the auth centre, with these parameters. */
export function authCentrePage(
  domain: string,
  path: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(parameters).toString()
  return `${domain}/api/v1/${path}${query === '' ? '' : `?${query}`}`
}

/** The unified login page for an application. */
export function unifiedLoginAt(template: string, appId: string): string {
  return template.replaceAll('{appId}', encodeURIComponent(appId))
}
