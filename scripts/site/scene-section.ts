import type { PageContext } from './interface-page.ts'
import { escaped, inline } from './markdown.ts'
import MarkdownIt from 'markdown-it'
import { type Exchange, type Scene, exchangesOf, isRefusal, requestScenes } from './scenes.ts'
import { textOf } from './text.ts'

const markdown = new MarkdownIt({ html: true })

// An answer may belong to several requests; links lead to where it stands first.
type ScenePage = PageContext & { readonly ids: Set<string> }

/** The scenes of an interface: each request with the answers that belong to it, and the refusals of all. */
export function scenesSection(context: PageContext, answers: readonly Scene[]): string {
  const { one, text } = context
  const page = { ...context, ids: new Set<string>() }
  const requests = requestScenes(one, page)
  const isCall = requests.length > 0
  const exchanges = isCall
    ? exchangesOf(requests, answers, one.activity)
    : [{ requests: [], answers: answers.filter((scene) => !isRefusal(scene)) }]
  const shown = new Set(exchanges.flatMap((exchange) => exchange.answers))
  const [refusals, others] = partedBy(answers.filter((scene) => !shown.has(scene)))
  // The problems of the management API are the same everywhere and have a page of the guide.
  const told = one.document === 'management' ? onePerStatus(refusals) : refusals
  return [
    ...exchanges.map((exchange, at) => exchangeOf(exchange, page, at)),
    // Of an activity the plain answers are those of its sisters.
    one.activity === undefined ? foldersOf(text.answered, others, page) : '',
    foldersOf(text.refusals, told, page),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function partedBy(scenes: readonly Scene[]): [refusals: Scene[], others: Scene[]] {
  return [scenes.filter(isRefusal), scenes.filter((scene) => !isRefusal(scene))]
}

function onePerStatus(scenes: readonly Scene[]): Scene[] {
  return [...Map.groupBy(scenes, ({ status }) => status).values()].flatMap((some) =>
    some.slice(0, 1),
  )
}

function exchangeOf({ requests, answers }: Exchange, page: ScenePage, at: number): string {
  const { text } = page
  const name = `exchange-${at}`
  const sides = [
    sideOf(text.asked, requests, { page, group: `${name}-request` }),
    sideOf(text.answered, answers, { page, group: `${name}-answer` }),
  ].filter((side) => side !== '')
  return sides.length === 0 ? '' : `<div class="exchange not-content">${sides.join('')}</div>`
}

interface Side {
  readonly page: ScenePage
  readonly group: string
}

// One is open at a time; the first stands open.
function sideOf(heading: string, scenes: readonly Scene[], { page, group }: Side): string {
  if (scenes.length === 0) return ''
  const folders = scenes.map((scene, at) => folderOf(scene, page, { name: group, open: at === 0 }))
  return `<div><h3>${heading}</h3>${folders.join('')}</div>`
}

function foldersOf(heading: string, scenes: readonly Scene[], page: ScenePage): string {
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
  { language, ids }: ScenePage,
  folder: Folder,
): string {
  const { value } = example
  const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const summary = markdown.renderInline(inline(textOf(example, 'summary', language), language))
  const id = `scene-${status === undefined ? '' : `${status}-`}${name}`
  const anchor = ids.has(id) ? '' : ` id="${id}"`
  ids.add(id)
  const label = `${status === undefined ? '' : `<b>${status}</b> `}<code>${name}</code> ${summary}`
  const open = folder.open ? ' open' : ''
  return `<details${anchor} name="${folder.name}"${open}><summary>${label}</summary><pre class="scene" tabindex="0"><code>${escaped(shown)}</code></pre></details>`
}
