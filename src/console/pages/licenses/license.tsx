import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function License() {
  const { licenses: words } = useStrings()
  return <Page title={words.title} />
}
