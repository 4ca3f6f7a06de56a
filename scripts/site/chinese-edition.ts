import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Contract, type DocumentName, readContract } from './contract-documents.ts'

/** The Chinese texts of a bundled document, each where the English one is; a list is told by its indices. */
export interface ChineseTexts {
  readonly [member: string]: string | ChineseTexts
}

/** A bundled document with the Chinese texts in the place of the English ones. */
export function inChinese<Part>(document: Part, texts: ChineseTexts): Part {
  const edition: Record<string, unknown> = { ...(document as object) }
  for (const [member, text] of Object.entries(texts)) {
    edition[member] = typeof text === 'string' ? text : inChinese(edition[member], text)
  }
  return (Array.isArray(document) ? Object.values(edition) : edition) as Part
}

/** Reads the Chinese edition of the bundles of a folder. */
export function readChineseContract(folder: string): Contract {
  const { seller, store, management } = readContract(folder)
  const edition = <Part>(document: Part, name: DocumentName): Part => {
    const texts = JSON.parse(readFileSync(join(folder, `${name}.zh.json`), 'utf8')) as ChineseTexts
    return inChinese(document, texts)
  }
  return {
    seller: edition(seller, 'seller'),
    store: edition(store, 'store'),
    management: edition(management, 'management'),
  }
}
