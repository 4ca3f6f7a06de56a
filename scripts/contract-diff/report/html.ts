import { type Change, isCounted, isRule } from '../changes.ts'
import { type DocumentName, documentNames } from '../../shared/document-names.ts'
import { type Review, versionsIn } from '../review.ts'
import { filled, mustOf, whatOf, wordings } from '../told.ts'
import type { Wording } from '../wording.ts'
import { comparisonOf, escaped, marked } from './html-change.ts'
import { chooseLanguage, style } from './html-style.ts'
import { sceneOf } from './scenes.ts'
import { decisionOf, refusalsOf } from './sections.ts'

/** A review as one page that needs nothing else, for people who do not read code. */
export function htmlReport(review: Review): string {
  const choices = wordings.map(({ frame }, at) => {
    const checked = at === 0 ? ' checked' : ''
    const id = codes[at] ?? ''
    return `<input type="radio" name="language" id="${id}"${checked}><label for="${id}">${frame.language}</label>`
  })
  const title = wordings.map(({ frame }) => filled(frame.title, { from: review.from })).join(' · ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${choices.join('\n')}
${wordings.map((wording, at) => pageOf(review, wording, codes[at] ?? '')).join('\n')}
<script>${chooseLanguage}</script>
</body>
</html>
`
}

const codes = ['en', 'zh'] as const

function pageOf(review: Review, wording: Wording, code: string): string {
  const { frame: text } = wording
  const { changes, from, isAllowed } = review
  const title = `<h1>${escaped(filled(text.title, { from }))}</h1>`
  if (changes.length === 0) {
    return `<main lang="${code}">${title}<p>${escaped(filled(text.same, { from }))}</p></main>`
  }
  const verdict = isAllowed ? text.page.allowed : text.page.refused
  const reasons = refusalsOf(review, wording).map((reason) => `<p>${escaped(reason)}</p>`)
  return `<main lang="${code}">
${title}
<p class="versions">${escaped(filled(text.versions, { list: versionsIn(review).join(', ') }))}</p>
<div class="verdict ${isAllowed ? 'good' : 'bad'}"><strong>${escaped(verdict)}</strong>${reasons.join('')}</div>
${summaryOf(review, wording, code)}
${documentNames.map((name) => audienceOf(name, review, wording, code)).join('\n')}
</main>`
}

function summaryOf({ changes }: Review, { frame: text }: Wording, code: string): string {
  const { breaking, rule, compatible, texts } = text.page
  const rows = documentNames.map((name) => {
    const own = changes.filter(({ document }) => document === name)
    const counts = [
      own.filter((one) => one.breaking),
      own.filter((one) => !one.breaking && isRule(one)),
      own.filter((one) => !one.breaking && !isRule(one) && !isCounted(one)),
      own.filter(isCounted),
    ].map(({ length }) => `<td class="${length > 0 ? 'some' : 'none'}">${length}</td>`)
    const link = `<a href="#${code}-${name}">${escaped(text.audiences[name])}</a>`
    return `<tr><th scope="row">${link}<small>${name}.yaml</small></th>${counts.join('')}</tr>`
  })
  const heads = [breaking, rule, compatible, texts].map(
    (head) => `<th scope="col">${escaped(head)}</th>`,
  )
  return `<table class="summary"><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function audienceOf(name: DocumentName, review: Review, wording: Wording, code: string): string {
  const { frame: text } = wording
  const own = review.changes.filter(({ document }) => document === name)
  const told = own.filter((change) => !isCounted(change))
  const ranked = told.toSorted((one, other) => rankOf(one) - rankOf(other))
  const body =
    own.length === 0
      ? `<p>${escaped(text.page.nobody)}</p>`
      : ranked.map((change) => changeOf(change, review, wording)).join('\n')
  return `<section id="${code}-${name}"><h2>${escaped(text.audiences[name])}</h2>
${body}${textsOf(own, wording)}</section>`
}

const rankOf = (change: Change) => (change.breaking ? 0 : isRule(change) ? 1 : 2)
const classes = ['breaking', 'rule', 'compatible'] as const

function changeOf(change: Change, review: Review, wording: Wording): string {
  const { frame: text } = wording
  const rank = classes[rankOf(change)]
  const must = mustOf(change, wording)
  const decision = decisionOf(change, review, wording)
  const scene = sceneOf(change, review)
  const part = change.part === 'operation' ? '' : ` · ${text[change.part]}`
  const where = change.operations.map((operation) => `<code>${escaped(operation)}</code>`)
  return `<article class="${rank}">
<p class="badge">${escaped(text.page[rank])}${escaped(part)}</p>
${isRule(change) ? '' : `<p class="what">${marked(whatOf(change, wording))}</p>`}
${must === undefined ? '' : `<p class="must"><strong>${escaped(text.page.must)}</strong> ${marked(must)}</p>`}
${comparisonOf(change, review, wording)}
${decision === undefined ? '' : `<p class="decision">${escaped(decision)}</p>`}
${where.length === 0 ? '' : `<details><summary>${escaped(text.page.where)} (${where.length})</summary><p class="where">${where.join(' ')}</p></details>`}
${scene === undefined ? '' : `<details><summary>${escaped(text.page.example)}</summary><p>${escaped(scene.title)}</p><pre>${escaped(scene.text)}</pre></details>`}
<p class="id">${change.id}</p>
</article>`
}

function textsOf(own: readonly Change[], wording: Wording): string {
  const counted = own.filter(isCounted)
  if (counted.length === 0) return ''
  const { page } = wording.frame
  const rows = counted
    .filter(({ kind }) => kind === 'text-changed')
    .map(({ member, operations, was, now }) => {
      const place = [operations[0] ?? '', member].filter(Boolean).join(' · ')
      return `<tr><td>${escaped(place)}</td><td>${escaped(was)}</td><td>${escaped(now)}</td></tr>`
    })
  const heads = [page.where, page.before, page.now].map(
    (head) => `<th scope="col">${escaped(head)}</th>`,
  )
  const table = `<table class="texts"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<details class="counted"><summary>${escaped(page.texts)} (${counted.length})</summary>${rows.length === 0 ? '' : table}</details>`
}
