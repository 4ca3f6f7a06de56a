import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Messages() {
  const { messages: words } = useStrings()
  return <Page title={words.title} />
}
