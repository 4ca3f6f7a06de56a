import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Calls() {
  const { messages: words } = useStrings()
  return <Page title={words.title} />
}
