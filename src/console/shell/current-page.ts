import { useLocation } from 'preact-iso'
import { type PageName, pageNames, segmentOf } from '../paths.ts'

/** The page that the address names; undefined when there is none of that name. */
export function useCurrentPage(): PageName | undefined {
  const { url } = useLocation()
  const [path = ''] = url.split('?', 1)
  const segment = path.slice(path.lastIndexOf('/') + 1).replace(/^index\.html$/, '')
  return pageNames.find((name) => segmentOf(name) === segment)
}
