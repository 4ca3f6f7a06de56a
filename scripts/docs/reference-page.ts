import type { DocumentName } from './contract-documents.ts'
import { escape } from './escape.ts'
import { type Language, words } from './language.ts'
import type { Page } from './layout.ts'
import { referencePage, references } from './site-map.ts'

/** A page on which Redoc shows a document of the contract. */
export function referencePageOf(document: DocumentName, language: Language): Page {
  const { title, description } = references[document][language]
  const { loading, needsScript } = words[language]
  const bundle = `../${document}.json`
  return {
    language,
    name: referencePage(document),
    title,
    description,
    outline: [],
    layout: 'reference',
    main: `<h1>${escape(title)}</h1>
<p>${escape(description)}</p>
<noscript><p>${needsScript} <a href="${bundle}">${document}.json</a></p></noscript>
<div class="redoc" data-document="${bundle}" lang="en">${loading}</div>`,
  }
}
