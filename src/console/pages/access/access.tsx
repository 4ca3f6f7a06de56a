import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Access() {
  const { access: words } = useStrings()
  return <Page title={words.title} />
}
