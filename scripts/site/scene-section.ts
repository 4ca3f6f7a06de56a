import type { PageContext } from './interface-page.ts'
import { escaped, inline } from './markdown.ts'
import MarkdownIt from 'markdown-it'
import { type Exchange, type Scene, exchangesOf, isRefusal, requestScenes } from './scenes.ts'
import { textOf } from './text.ts'

const markdown = new MarkdownIt({ html: true })

/** The scenes of an interface: each request with the answers that belong to it, and the refusals of all. */
export function scenesSection(page: PageContext, answers: readonly Scene[]): string {
  const { one, text } = page
  const requests = requestScenes(one, page)
  const isCall = requests.length > 0
  const exchanges = isCall
    ? exchangesOf(requests, answers, one.activity)
    : [{ requests: [], answers: answers.filter((scene) => !isRefusal(scene)) }]
  const shown = new Set(exchanges.flatMap((exchange) => exchange.answers))
  const refusals = answers.filter((scene) => isRefusal(scene) && !shown.has(scene))
  return [
    ...exchanges.map((exchange, at) => exchangeOf(exchange, page, at)),
    foldersOf(text.refusals, refusals, page),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function exchangeOf({ requests, answers }: Exchange, page: PageContext, at: number): string {
  const { text } = page
  const name = `exchange-${at}`
  const sides = [
    sideOf(text.asked, requests, { page, group: `${name}-request` }),
    sideOf(text.answered, answers, { page, group: `${name}-answer` }),
  ].filter((side) => side !== '')
  return sides.length === 0 ? '' : `<div class="exchange not-content">${sides.join('')}</div>`
}

interface Side {
  readonly page: PageContext
  readonly group: string
}

// One is open at a time; the first stands open.
function sideOf(heading: string, scenes: readonly Scene[], { page, group }: Side): string {
  if (scenes.length === 0) return ''
  const folders = scenes.map((scene, at) => folderOf(scene, page, { name: group, open: at === 0 }))
  return `<div><h3>${heading}</h3>${folders.join('')}</div>`
}

function foldersOf(heading: string, scenes: readonly Scene[], page: PageContext): string {
  if (scenes.length === 0) return ''
  const folders = scenes.map((scene) => folderOf(scene, page, { name: 'refusal', open: false }))
  return `<div class="exchange not-content"><div><h3>${heading}</h3>${folders.join('')}</div></div>`
}

interface Folder {
  readonly name: string
  readonly open: boolean
}

function folderOf(
  { name, example, status }: Scene,
  { language }: PageContext,
  folder: Folder,
): string {
  const { value } = example
  const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const summary = markdown.renderInline(inline(textOf(example, 'summary', language), language))
  const id = `scene-${status === undefined ? '' : `${status}-`}${name}`
  const label = `${status === undefined ? '' : `<b>${status}</b> `}<code>${name}</code> ${summary}`
  const open = folder.open ? ' open' : ''
  return `<details id="${id}" name="${folder.name}"${open}><summary>${label}</summary><pre class="scene" tabindex="0"><code>${escaped(shown)}</code></pre></details>`
}
