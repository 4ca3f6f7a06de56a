import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Keys() {
  const { keys: words } = useStrings()
  return <Page title={words.title} />
}
