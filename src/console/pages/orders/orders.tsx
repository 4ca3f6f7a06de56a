import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'

export default function Orders() {
  const { orders: words } = useStrings()
  return <Page title={words.title} />
}
