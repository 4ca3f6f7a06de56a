import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Enterprises() {
  const { enterprises: words } = useStrings()
  return <Page title={words.title} />
}
