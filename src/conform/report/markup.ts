import type { Text } from '../../simulator/text.ts'
import { visible } from './visible.ts'

/** Text that is HTML already. */
export interface Markup {
  readonly html: string
}

type Part = string | number | Markup | readonly Markup[]

/** A template of HTML: what is put in is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = strings.map((text, at) => text + (at < parts.length ? write(parts[at]) : ''))
  return { html: written.join('') }
}

/** Nothing. */
export const nothing: Markup = { html: '' }

/** A text in both languages, of which the page shows one; what stands in backticks is code. */
export function both({ en, zh }: Text): Markup {
  return html`<span lang="en">${withCode(en)}</span><span lang="zh">${withCode(zh)}</span>`
}

/** A text that something follows. */
export function label({ en, zh }: Text): Markup {
  return both({ en: `${en}: `, zh: `${zh}：` })
}

function withCode(text: string): Markup {
  return { html: escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>') }
}

function write(part: Part | undefined): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (one) => entities[one] ?? one)
}
