import type { Request } from 'express'

/** The language that a browser prefers; the first one where it says nothing of either. */
export function preferredLanguage(request: Request, first: 'en' | 'zh'): 'en' | 'zh' {
  const second = first === 'en' ? 'zh' : 'en'
  return request.acceptsLanguages(first, second) === second ? second : first
}
