import type { Interface } from './interfaces.ts'
import { code, escaped, table } from './markdown.ts'
import { knownAnswerOf } from './samples/known-answer.ts'
import { sampleLanguages } from './samples/languages.ts'
import { browserAddress, sampleOf } from './samples/of-interface.ts'
import type { Sample } from './samples/sample.ts'
import type { SceneContext } from './scenes.ts'
import type { Words } from './words.ts'

/** How an interface is called, in each language; of a page, where a browser finds it. */
export function sampleSection(one: Interface, context: SceneContext, text: Words): string {
  const sample = sampleOf(one, context)
  if (sample === undefined) {
    return `${text.browser}\n\n<pre class="scene"><code>${escaped(browserAddress(one))}</code></pre>`
  }
  return [text.sampleLead[one.direction], tabsOf(sample, text), knownText(sample, text)]
    .filter((part) => part !== '')
    .join('\n\n')
}

// The tabs are radio buttons, so that they work without a script; one keeps the choice from page to page.
function tabsOf(sample: Sample, text: Words): string {
  const inputs = sampleLanguages.map(
    ({ label }, at) =>
      `<label><input type="radio" name="language" value="${label}"${at === 0 ? ' checked' : ''}>${label}</label>`,
  )
  const panels = sampleLanguages.map(
    ({ label, write }) =>
      `<pre class="scene" tabindex="0" aria-label="${label}"><code>${escaped(write(sample))}</code></pre>`,
  )
  const head = `<fieldset><legend class="sr-only">${text.sample}</legend>${inputs.join('')}</fieldset>`
  return `<div class="samples not-content">${head}${panels.join('')}</div>`
}

function knownText(sample: Sample, text: Words): string {
  const results = Object.entries(knownAnswerOf(sample))
  if (results.length === 0) return ''
  const rows = [...momentsOf(sample), ...results].map((row) => row.map(code))
  return `${text.known}\n\n${table(['', ''], rows)}`
}

// What a program draws anew for each call, by the names of the wire.
function momentsOf({ proof }: Sample): (readonly [string, string])[] {
  switch (proof.kind) {
    case 'v2-query':
      return [
        ['timestamp', proof.moment.timestamp],
        ['nonce', proof.moment.nonce],
      ]
    case 'kit-v2':
      return [
        ['x-timestamp', proof.moment.timestamp],
        ['x-nonce', proof.moment.nonce],
      ]
    case 'v1-query':
    case 'v1-body':
      return [['timeStamp', /timeStamp=([^&]*)/.exec(proof.text)?.[1] ?? '']]
    case 'ak-sk':
      return [['x-sdk-date', proof.account.date]]
    case 'usage':
      return [
        ['ts', proof.moment.timestamp],
        ['nonce', proof.moment.nonce],
        ['x-sdk-date', proof.account.date],
      ]
    case 'webhook':
      return [
        ['webhook-id', proof.moment.nonce],
        ['webhook-timestamp', proof.moment.timestamp],
      ]
    default:
      return []
  }
}
