import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Order() {
  const { orders: words } = useStrings()
  return <Page title={words.title} />
}
