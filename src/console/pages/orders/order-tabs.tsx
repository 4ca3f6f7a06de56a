import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { Tabs } from '../../ui/tabs.tsx'

/** Orders, and how they compare with what the store shows. */
export function OrderTabs({ current }: { readonly current: 0 | 1 }) {
  const { orders: words } = useStrings()
  const tabs = [
    [paths.orders(), words.title],
    [paths.reconciliations(), words.reconciliations],
  ] as const
  return <Tabs label={words.title} of={tabs} current={current} />
}
