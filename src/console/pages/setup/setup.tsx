import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Setup() {
  const { setup: words } = useStrings()
  return <Page title={words.title} />
}
