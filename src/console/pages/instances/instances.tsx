import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Instances() {
  const { instances: words } = useStrings()
  return <Page title={words.title} />
}
