import MarkdownIt from 'markdown-it'
import type { Language } from '../shared/languages.ts'
import { fieldId } from './addresses.ts'
import type { Field } from './fields.ts'
import { inline } from './markdown.ts'
import { words } from './words.ts'

const markdown = new MarkdownIt({ html: true })

/**
 * A table of fields, in HTML: each row has an id, `<section>-<name>`, that links lead to. A name breaks
 * behind its dots and nowhere else; a pattern, which is no word, wherever it must.
 */
export function fieldTable(fields: readonly Field[], section: string, language: Language): string {
  if (fields.length === 0) return ''
  const [name, type, meaning] = words[language].fieldHeads
  const heads = [name, type, meaning].map((head) => `<th scope="col">${head}</th>`).join('')
  const rows = fields.map((field) => rowOf(field, section, language)).join('')
  return `<table class="fields"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

function rowOf(field: Field, section: string, language: Language): string {
  const id = fieldId(section, field.name)
  const required = field.required ? `<small>${words[language].required}</small>` : ''
  const name = field.name.replaceAll('.', '.<wbr>')
  const cells = [
    `<a href="#${id}"><code>${name}</code></a>${required}`,
    markdown.renderInline(field.type),
    markdown.renderInline(inline(field.meaning, language)),
  ]
  return `<tr id="${id}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}
