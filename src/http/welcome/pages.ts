import type { BuyerView } from '../../domain/instance/buyer-view.ts'
import { escaped, page } from '../pages/page.ts'
import type { BuyerState, StateText, Texts } from './texts.ts'

/** How a purchase stands, what was bought, and whom to ask. */
export function purchasePage(
  texts: Texts,
  view: BuyerView,
  supportContact: string | undefined,
): string {
  const body = [
    ...paragraphs(texts.states[stateOf(view)]),
    view.wayIn === undefined
      ? ''
      : `<p><a class="go" href="${escaped(view.wayIn)}">${escaped(texts.goOn)}</a></p>`,
    productOf(texts, view),
    `<h2>${escaped(texts.ask)}</h2>`,
    `<p>${contactOf(texts, supportContact)}</p>`,
  ]
  return whole(texts, texts.states[stateOf(view)], body)
}

/** What everybody gets who asks for what there is not: it tells nothing, not even what was asked for. */
export function unknownPage(texts: Texts): string {
  return whole(texts, texts.unknown, paragraphs(texts.unknown))
}

/** Nobody could look. */
export function awayPage(texts: Texts): string {
  return whole(texts, texts.away, paragraphs(texts.away))
}

function whole(texts: Texts, { title }: StateText, body: readonly string[]): string {
  const other = texts.lang === 'en' ? 'zh-CN' : 'en'
  const link = `<p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${texts.other}</a></p>`
  return page(texts, { title, body: [...body, link].filter((part) => part !== '').join('\n') })
}

function stateOf({ status, hasExpired, wayIn }: BuyerView): BuyerState {
  if (status === 'active') return wayIn === undefined ? 'ready' : 'open'
  return status === 'frozen' && hasExpired ? 'expired' : status
}

function paragraphs({ says }: StateText): string[] {
  return says.map((sentence) => `<p>${escaped(sentence)}</p>`)
}

function productOf(texts: Texts, { productNames, trial }: BuyerView): string {
  if (productNames.length === 0) return ''
  const mark = trial ? ` (${texts.trial})` : ''
  const items = productNames.map((name) => `<dd>${escaped(name + mark)}</dd>`).join('')
  return `<dl><dt>${escaped(texts.product)}</dt>${items}</dl>`
}

const mailAddress = /^[^\s@:/?#]+@[^\s@:/?#]+$/

// A text of the settings: an address of the web or of mail is a link, anything else stands as it is.
function contactOf(texts: Texts, contact: string | undefined): string {
  if (contact === undefined) return escaped(texts.askThroughStore)
  const isWeb = /^https?:$/.test(URL.parse(contact)?.protocol ?? '')
  const href = isWeb ? contact : mailAddress.test(contact) ? `mailto:${contact}` : undefined
  const shown = escaped(contact)
  const link = href === undefined ? shown : `<a href="${escaped(href)}">${shown}</a>`
  return escaped(texts.askSeller) + link
}
