import type { Language } from '../shared/languages.ts'
import type { Interface } from './interfaces.ts'

/** The page of an interface below the root of the site, without its ending. */
export function interfacePath(language: Language, { id }: Pick<Interface, 'id'>): string {
  return `${language}/interfaces/${id}`
}
