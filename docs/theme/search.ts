// The search of every page. Library and index are loaded when the field is first used.
import type MiniSearch from 'minisearch'
import { type Piece, excerptOf } from './excerpt.ts'
import { keepReachable } from './scrollable.ts'
import { findIn, searchOptions } from './search-options.ts'
import type { Entry, Found } from './search-options.ts'

const mostResults = 12
const form = document.querySelector<HTMLFormElement>('form.search')
if (form) begin(form)
keepReachable(document.querySelectorAll('.sl-markdown-content table'))
if (document.querySelector('[data-document]')) void import('./reference.ts')
if (document.querySelector('.explain')) void import('./explain.ts')

function begin(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input')
  const list = form.querySelector<HTMLOListElement>('ol')
  const status = form.querySelector<HTMLElement>('[role=status]')
  if (!input || !list || !status) return
  let index: Promise<MiniSearch<Entry>> | undefined

  form.hidden = false
  input.addEventListener('focus', () => void (index ??= load(form)))
  input.addEventListener('input', () => void answer(input.value))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  form.addEventListener('keydown', (event) => move(event, input, list))
  form.addEventListener('focusout', ({ relatedTarget }) => {
    list.hidden = !(relatedTarget instanceof Node && form.contains(relatedTarget))
  })
  input.addEventListener('focus', () => (list.hidden = list.childElementCount === 0))
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || isTyping(event.target)) return
    event.preventDefault()
    input.focus()
  })

  async function answer(query: string): Promise<void> {
    const entries = await (index ??= load(form))
    if (query !== input?.value || !list || !status) return
    const found = findIn(entries, query).slice(0, mostResults)
    list.replaceChildren(...found.map((one) => itemOf(one, form.dataset['root'] ?? '')))
    list.hidden = found.length === 0
    status.textContent = statusOf(found.length, query, form)
  }
}

async function load({ dataset }: HTMLFormElement): Promise<MiniSearch<Entry>> {
  const [{ default: library }, response] = await Promise.all([
    import('minisearch'),
    fetch(dataset['index'] ?? ''),
  ])
  return library.loadJSON<Entry>(await response.text(), searchOptions)
}

function itemOf(found: Found, root: string): HTMLLIElement {
  const link = document.createElement('a')
  link.href = `${root}${found.url}`
  const heading = document.createElement('strong')
  heading.textContent = found.heading || found.title
  const where = document.createElement('small')
  where.textContent = found.heading ? found.title : ''
  const excerpt = document.createElement('span')
  excerpt.append(...excerptOf(found.text, Object.keys(found.match)).map(pieceOf))
  link.append(heading, where, excerpt)
  const item = document.createElement('li')
  item.append(link)
  return item
}

function pieceOf({ text, isHit }: Piece): Node | string {
  if (!isHit) return text
  const mark = document.createElement('mark')
  mark.textContent = text
  return mark
}

function statusOf(count: number, query: string, { dataset }: HTMLFormElement): string {
  if (query.trim() === '') return ''
  if (count === 0) return dataset['nothing'] ?? ''
  return (dataset['found'] ?? '').replace('{count}', String(count))
}

function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLOListElement): void {
  const stops = [input, ...list.querySelectorAll('a')]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined && !list.hidden) {
    event.preventDefault()
    stops.at((here + step) % stops.length)?.focus()
  } else if (event.key === 'Escape') {
    input.focus()
    input.value = ''
    list.replaceChildren()
    list.hidden = true
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  )
}
