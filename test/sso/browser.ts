import { expectContract } from '../harness/contract-hook.ts'

/** What a browser was answered at last, and the addresses that it was at. */
export interface Visited {
  readonly url: URL
  readonly status: number
  readonly text: string
  readonly headers: Headers
  readonly way: readonly string[]
}

/** A browser without scripts: cookies, redirects, forms. */
export interface TestBrowser {
  /** Goes to an address and on, until there is a page, or an address of the product. */
  open(url: string, init?: RequestInit): Promise<Visited>
  /** Sends the form of a page whose button has this text, or the only one. */
  submit(
    page: Visited,
    button?: string,
    changed?: Readonly<Record<string, string>>,
  ): Promise<Visited>
  readonly cookies: Map<string, string>
}

/** Where the product is; nobody goes there. */
export const product = 'https://product.example.com/sso'

/** Opens a browser with no cookies; what Koogate answers it is held against the contract. */
export function openBrowser(koogate: string, language = 'en'): TestBrowser {
  const cookies = new Map<string, string>()

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { 'accept-language': language, ...(cookie !== '' && { cookie }) }
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    })
    for (const set of response.headers.getSetCookie()) keep(set)
    return response
  }

  function keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const isGone =
      value === '' || attributes.some((one) => /^(Max-Age=0|Expires=Thu, 01 Jan 1970)/.test(one))
    if (isGone) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function open(
    url: string,
    init: RequestInit = {},
    way: readonly string[] = [],
  ): Promise<Visited> {
    const at = new URL(url)
    if (url.startsWith(product)) {
      return { url: at, status: 0, text: '', headers: new Headers(), way: [...way, url] }
    }
    const response = await ask(url, init)
    const { status, headers } = response
    const text = await response.text()
    if (at.origin === koogate) {
      const target = at.pathname + at.search
      expectContract({ method: init.method ?? 'GET', target }, { status, headers, text, body: {} })
    }
    const location = headers.get('location')
    if (location === null) return { url: at, status, text, headers, way: [...way, url] }
    if (way.length > 10) throw new Error(`it goes round: ${way.join(' ')}`)
    return open(new URL(location, at).href, {}, [...way, url])
  }

  return {
    open,
    cookies,
    submit({ url, text }, button = '', changed = {}) {
      const forms = [...text.matchAll(/<form method="post" action="([^"]+)">([^]*?)<\/form>/g)]
      const form = forms.find(([, , inner = '']) => inner.includes(button))
      if (form === undefined) throw new Error(`there is no button ${button}: ${text}`)
      const [, action = '', inner = ''] = form
      const fields = [...inner.matchAll(/name="(\w+)"(?: value="([^"]*)")?/g)].map(
        ([, name = '', value = '']) => [name, unescaped(value)] as const,
      )
      const body = new URLSearchParams({ ...Object.fromEntries(fields), ...changed })
      return open(new URL(action, url).href, { method: 'POST', body })
    },
  }
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
}

/** Where a page goes on to by itself. */
export function nextOf({ text }: Visited): URL {
  const [, url = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text) ?? []
  return new URL(unescaped(url))
}
