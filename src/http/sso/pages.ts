import type { Question } from '../../sso/finish-login.ts'
import type { SsoFaultCode } from '../../sso/sso-fault.ts'
import { escaped, page } from '../pages/page.ts'
import type { Texts } from './texts.ts'

/** What went wrong, and what to check. */
export function faultPage(
  texts: Texts,
  { code, requestId }: { readonly code: SsoFaultCode; readonly requestId: string },
): string {
  const { what, check } = texts.faults[code]
  const steps = check.map((step) => `<li>${escaped(step)}</li>`).join('\n')
  return page(texts, {
    title: texts.failed,
    body: `<p>${escaped(what)}</p>
<h2>${escaped(texts.check)}</h2>
<ul>
${steps}
</ul>
${wayOn(texts, code)}
<p class="small">${escaped(texts.code)}: <code>${code}</code><br>${escaped(texts.request)}: <code>${escaped(requestId)}</code></p>`,
  })
}

const ownWindow: ReadonlySet<SsoFaultCode> = new Set(['cookies-missing', 'workbench-off'])

// The address is relative: a proxy may add a prefix.
function wayOn(texts: Texts, code: SsoFaultCode): string {
  if (code === 'off') return ''
  const inOwn = ownWindow.has(code)
  const target = inOwn ? ' target="_blank" rel="noopener"' : ''
  const words = inOwn ? texts.ownWindow : texts.again
  return `<p><a class="go" href="login"${target}>${escaped(words)}</a></p>`
}

/** The question whether to continue as somebody; nothing has changed before it is answered. */
export function questionPage(texts: Texts, question: Question): string {
  const { user, tenantName, present, token } = question
  const name = named(user)
  const instead = present && `<p>${escaped(texts.instead(named(present)))}</p>`
  return page(texts, {
    title: texts.continueAs(name),
    body: `${tenantName === null ? '' : `<p class="who">${escaped(texts.of(tenantName))}</p>`}
${instead ?? ''}
<form method="post" action="confirm">
<input type="hidden" name="token" value="${escaped(token)}">
<button>${escaped(texts.button)}</button>
</form>
<p class="small">${escaped(texts.notMe)}</p>`,
  })
}

function named({ name, userName }: Question['user']): string {
  return name === '' || name === userName ? userName : `${name} (${userName})`
}

/** Signed in; goes on to the product by itself. */
export function signedInPage(texts: Texts, next: string): string {
  const link = `<p><a class="go" href="${escaped(next)}">${escaped(texts.goOn)}</a></p>`
  return page(texts, { title: texts.signedIn, body: link, next })
}

/** Both sessions have ended. */
export function signedOutPage(texts: Texts): string {
  return page(texts, {
    title: texts.signedOut,
    body: `<p>${escaped(texts.signedOutText)}</p>
<p><a class="go" href="login">${escaped(texts.again)}</a></p>`,
  })
}
