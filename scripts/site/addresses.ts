import type { Language } from '../shared/languages.ts'
import type { Interface } from './interfaces.ts'

/** The page of an interface below the root of the site, without its ending. */
export function interfacePath(language: Language, { id }: Pick<Interface, 'id'>): string {
  return `${language}/interfaces/${id}`
}

/** The id of a field on the page of its interface, by the section that lists it: `request-orderId`. */
export function fieldId(section: string, name: string): string {
  return `${section}-${name.replace(/[^\w.-]/g, '')}`
}
