import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Message() {
  const { messages: words } = useStrings()
  return <Page title={words.title} />
}
