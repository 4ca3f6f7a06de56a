import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Overview() {
  const { overview: words } = useStrings()
  return <Page title={words.title} />
}
