import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { Tabs } from '../../ui/tabs.tsx'

/** What the store said, what of it was run again, and what it was asked. */
export function MessageTabs({ current }: { readonly current: 0 | 1 | 2 }) {
  const { messages: words } = useStrings()
  const tabs = [
    [paths.messages(), words.title],
    [paths.reruns(), words.reruns],
    [paths.calls(), words.outbound],
  ] as const
  return <Tabs label={words.title} of={tabs} current={current} />
}
