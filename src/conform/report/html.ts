import { brokenCard, keptTable, notJudgedTable, restTable } from './html-rules.ts'
import { style } from './html-style.ts'
import { both, html, label, type Markup, nothing } from './markup.ts'
import type { WrittenReached, WrittenReport } from './schema.ts'
import { sectionsOf, type RuleSection } from './sections.ts'
import { shownExchange } from './html-exchange.ts'
import { generationNames, type Language, verdictOf, words } from './wording.ts'

/**
 * The report for whoever decides what is mended first: one file without scripts, in both languages, of
 * which it shows the given one until the reader switches.
 */
export function htmlReport(report: WrittenReport, language: Language): string {
  const title = words.title[language]
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}: ${new URL(report.target).host}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${header(report, language)}
        <main>${generationTable(report)} ${ruleSections(report)}</main>
        ${footer(report)}
      </body>
    </html> `
  return page.html
}

function header(report: WrittenReport, language: Language): Markup {
  return html`<header>
    <div class="top">
      <h1>${both(words.title)}</h1>
      <fieldset class="languages">
        <legend>${both(words.language)}</legend>
        ${languageSwitch('zh', '中文', language)}${languageSwitch('en', 'English', language)}
      </fieldset>
    </div>
    <p>${label(words.address)}<code>${report.target}</code></p>
    <p class="verdict ${report.ending}">${both(verdictOf(report))}</p>
    ${counts(report)}
  </header>`
}

function languageSwitch(name: Language, label: string, shown: Language): Markup {
  const checked = name === shown ? html` checked` : nothing
  return html`<input type="radio" name="language" id="${name}" ${checked} /><label for="${name}"
      >${label}</label
    >`
}

function counts({ counts: numbers, coverage: { judged, total } }: WrittenReport): Markup {
  const shown = [
    ['broken', numbers.broken],
    ['warnings', numbers.warnings],
    ['known', numbers.known],
    ['kept', numbers.kept],
    ['notJudged', numbers.notJudged],
    ['coverage', `${judged} / ${total}`],
  ] as const
  const items = shown
    .filter(([name, value]) => name !== 'known' || value !== 0)
    .map(([name, value]) => html`<li><b>${value}</b>${both(words[name])}</li>`)
  return html`<ul class="counts">
    ${items}
  </ul>`
}

function generationTable({ generations }: WrittenReport): Markup {
  const rows = generations.map(
    ({ generation, url, key, state }) =>
      html`<tr>
        <td>${both(generationNames[generation])}</td>
        <td><code>${url}</code></td>
        <td>${label(words.key)}<code>${key}</code></td>
        <td>${both(words[state])}</td>
      </tr>`,
  )
  return html`<h2>${both(words.interfaces)}</h2>
    <div class="scroll">
      <table class="rules">
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${generations.map(closedCard)}`
}

/** Interfaces that could not be judged at all, and what is to be done about it. */
function closedCard({ generation, finding, mend, exchanges }: WrittenReached): Markup {
  if (finding === undefined) return nothing
  return html`<section class="rule closed">
    <h3>${both(generationNames[generation])}</h3>
    <p class="finding">${both(finding)}</p>
    ${mend === undefined ? nothing : html`<p>${both(mend)}</p>`}
    ${exchanges.slice(-1).map(shownExchange)}
  </section>`
}

function ruleSections(report: WrittenReport): Markup {
  const { broken, faults, warnings, known, kept } = sectionsOf(report)
  return html`${cards('broken', broken)} ${cards('faults', faults)} ${cards('warnings', warnings)}
  ${cards('known', known)} ${fixedList(report)} ${notJudged(report)}
  ${
    kept.length === 0
      ? nothing
      : html`<h2>${both(words.kept)}</h2>
          ${keptTable(kept)}`
  }`
}

function cards(name: keyof typeof words, rules: readonly RuleSection[]): Markup {
  if (rules.length === 0) return nothing
  return html`<h2>${both(words[name])}</h2>
    ${rules.map(brokenCard)}`
}

function fixedList({ fixed }: WrittenReport): Markup {
  if (fixed.length === 0) return nothing
  const items = fixed.map(
    ({ rule, generation }) =>
      html`<li><code>${rule}</code> ${both(generationNames[generation])}</li>`,
  )
  return html`<h2>${both(words.fixed)}</h2>
    <ul>
      ${items}
    </ul>`
}

// What a need keeps from being judged is told once; any other reason belongs to its interfaces.
function notJudged(report: WrittenReport): Markup {
  const { rest } = report.coverage
  const single = sectionsOf(report).notJudged.flatMap(({ judgements }) =>
    judgements.filter(({ lacks }) => lacks.length === 0),
  )
  if (rest.length + single.length === 0) return nothing
  return html`<h2>${both(words.notJudged)}</h2>
    ${rest.length === 0 ? nothing : restTable(rest)}
    ${single.length === 0 ? nothing : notJudgedTable(single)}`
}

function footer({
  koogate,
  startedAt,
  seed,
  counts: { calls },
  full,
  milliseconds,
}: WrittenReport) {
  const kind = both(full ? words.realCalls : words.testCalls)
  return html`<footer>
    <p>${both(words.signatureNote)}</p>
    <p>
      ${both(words.madeBy)} koogate ${koogate},
      <time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')} UTC</time>, ${calls}
      ${both(words.calls)} (${kind}), ${(milliseconds / 1000).toFixed(1)} ${both(words.seconds)},
      ${both(words.seed)} <code>${seed}</code>
    </p>
  </footer>`
}
