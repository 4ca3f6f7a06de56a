import type { Text } from '../../simulator/text.ts'
import { shownExchange } from './html-exchange.ts'
import { both, html, type Markup, nothing } from './markup.ts'
import type { WrittenJudgement, WrittenReport } from './schema.ts'
import type { RuleSection } from './sections.ts'
import { generationNames, words } from './wording.ts'

/** A rule that is broken: what was seen, what comes of it, and how it is mended. */
export function brokenCard({ rule, first, judgements }: RuleSection): Markup {
  const { severity, title, consequence, mend } = first
  const known = first.known ? html` <span class="badge known">${both(words.known)}</span>` : nothing
  return html`<section class="rule">
    <h3>${both(title)}</h3>
    <p class="id">
      <span class="badge ${severity}">${both(words[severity])}</span>${known} <code>${rule}</code>
    </p>
    <dl>
      <dt>${both(words.seen)}</dt>
      <dd>${judgements.map(seen)}</dd>
      <dt>${both(words.consequence)}</dt>
      <dd>${both(consequence)}</dd>
      <dt>${both(words.mend)}</dt>
      <dd>${both(mend)}</dd>
      <dt>${both(words.source)}</dt>
      <dd>${source(first)}</dd>
      <dt>${both(words.replay)}</dt>
      <dd>
        ${judgements.map(
          (one) => html`<p><code>koogate conform … --replay '${one.case}'</code></p>`,
        )}
      </dd>
    </dl>
  </section>`
}

function seen({ generation, breaches, reason }: WrittenJudgement): Markup {
  const where = html`<p class="where">${both(generationNames[generation])}</p>`
  if (reason !== undefined)
    return html`${where}
      <p>${both(reason)}</p>`
  const shown = breaches.map(
    ({ message, exchanges }) =>
      html`<p>${both(message)}</p>
        ${exchanges.map(shownExchange)}`,
  )
  return html`${where}${shown}`
}

function source({ source: { title, url, note } }: WrittenJudgement): Markup {
  const link = html`<a href="${url}" rel="noreferrer">${title}</a>`
  return note === undefined
    ? link
    : html`${link}
        <p>${both(note)}</p>`
}

/** What was not judged anywhere, by reason. */
export function restTable(rest: WrittenReport['coverage']['rest']): Markup {
  const rows = rest.map(
    ({ why, rules }) =>
      html`<tr>
        <td>${both(why)}</td>
        <td>${rules.map((rule) => html`<code>${rule}</code> `)}</td>
      </tr>`,
  )
  return table([words.reason, words.rule], rows)
}

/** Rules that could not be judged at some interfaces, and why. */
export function notJudgedTable(judgements: readonly WrittenJudgement[]): Markup {
  const rows = judgements.map(
    ({ rule, title, generation, reason }) =>
      html`<tr>
        <td>${named(rule, title)}</td>
        <td>${both(generationNames[generation])}</td>
        <td>${reason === undefined ? nothing : both(reason)}</td>
      </tr>`,
  )
  return table([words.rule, words.interfaces, words.reason], rows)
}

/** Rules that are kept, and where. */
export function keptTable(rules: readonly RuleSection[]): Markup {
  const rows = rules.map(({ rule, first, judgements }) => {
    const where = {
      en: judgements.map(({ generation }) => generationNames[generation].en).join(', '),
      zh: judgements.map(({ generation }) => generationNames[generation].zh).join('、'),
    }
    return html`<tr>
      <td>${named(rule, first.title)}</td>
      <td>${both(where)}</td>
    </tr>`
  })
  return table([words.rule, words.interfaces], rows)
}

function named(rule: string, title: Text): Markup {
  return html`${both(title)}<br /><code>${rule}</code>`
}

function table(heads: readonly Text[], rows: readonly Markup[]): Markup {
  const cells = heads.map((head) => html`<th>${both(head)}</th>`)
  return html`<div class="scroll">
    <table class="rules">
      <thead>
        <tr>
          ${cells}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}
