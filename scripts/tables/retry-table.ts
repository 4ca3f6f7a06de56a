import { type Retry, durationMs, retrySchema } from '../../src/contract/retry.ts'
import type { RepeatedCall } from '../../src/contract/store-retries.ts'
import type { Language } from '../shared/languages.ts'
import { endingIn, everyIn, windowIn, words } from './retry-words.ts'

/** A Markdown table of calls; with `linked`, each ending leads to the paragraph that explains it. */
export function retryTable(
  calls: readonly RepeatedCall[],
  language: Language,
  { linked }: { readonly linked: boolean },
): string {
  const { heads } = words[language]
  const rows = calls.map(({ activity, retry }) => [
    `\`${activity}\``,
    everyIn(retry, language),
    windowIn(retry, language),
    linked ? linkedEnding(retry, language) : endingIn(retry, language),
  ])
  return [heads, heads.map(() => '---'), ...rows].map(row).join('\n')
}

/** `x-retry` in one sentence. One of another form, as older editions have it, stays as it is. */
export function retrySentence(retry: unknown, language: Language = 'en'): string {
  const { data } = retrySchema.safeParse(retry)
  if (data === undefined) return typeof retry === 'string' ? retry : JSON.stringify(retry)
  const { sentence } = words[language]
  return sentence({
    window: windowIn(data, language),
    every: data.every === undefined ? undefined : everyIn(data, language),
    then: data.then === 'unknown' ? undefined : endingIn(data, language),
  })
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function linkedEnding(retry: Retry, language: Language): string {
  const anchor = anchorOf(retry)
  const ending = endingIn(retry, language)
  return anchor === undefined ? ending : `[${ending}](#${anchor})`
}

// The headings of docs/*/retry-windows.md.
function anchorOf({ then, for: window, after }: Retry): string | undefined {
  if (after !== undefined) return 'polled'
  if (then === 'refund') return 'three-hours-then-a-refund'
  if (then !== 'by-hand') return undefined
  const isLong = typeof window === 'string' && durationMs(window) > durationMs('PT2H')
  return isLong ? 'three-hours-then-by-hand' : 'up-to-two-hours-then-by-hand'
}
