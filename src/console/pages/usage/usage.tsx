import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Usage() {
  const { usage: words } = useStrings()
  return <Page title={words.title} />
}
