import { both, html, type Markup, nothing } from './markup.ts'
import type { WrittenExchange } from './schema.ts'
import { answerLine, words } from './wording.ts'

/** A request as a line for a shell, and its answer; folded until it is asked for. */
export function shownExchange({ activity, request, answer }: WrittenExchange): Markup {
  return html`<details>
    <summary><code>${activity}</code>: ${line(answer)}</summary>
    <p>${both(words.request)}</p>
    <pre>${request.shell}</pre>
    ${answerBody(answer)}
  </details>`
}

function line(answer: WrittenExchange['answer']): Markup {
  return both({ en: answerLine(answer, 'en'), zh: answerLine(answer, 'zh') })
}

function answerBody({ headers = [], body, bytes }: WrittenExchange['answer']): Markup {
  if (body === undefined) return nothing
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  const size = html`${bytes ?? 0} ${both(words.bytes)}`
  return html`<p>${both(words.answer)} (${size})</p>
    <pre>${[...lines, '', body].join('\n')}</pre>`
}
