import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Licenses() {
  const { licenses: words } = useStrings()
  return <Page title={words.title} />
}
