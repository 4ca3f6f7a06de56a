import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Webhook() {
  const { webhooks: words } = useStrings()
  return <Page title={words.title} />
}
