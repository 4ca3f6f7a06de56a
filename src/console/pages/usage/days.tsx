import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { BarChart } from '../../ui/chart.tsx'
import { Pending } from '../../ui/pending.tsx'

/** The usage of one instance by day. */
export function Days({ instanceId }: { readonly instanceId: string }) {
  const { usage: words } = useStrings()
  const days = useQuery(
    (api) => api.GET('/api/v1/usage/days', { params: { query: { instanceId } } }),
    [instanceId],
  )
  if (days.data === undefined) return <Pending of={days} />
  if (days.data.items.length === 0) return null
  return (
    <BarChart
      caption={words.days}
      labelHead={words.day}
      valueHead={words.amount}
      bars={days.data.items.map(({ day, value, waiting, expired }) => ({
        label: day,
        value: Number(value),
        tone: expired > 0 ? 'bad' : waiting > 0 ? 'warn' : 'good',
        text: words.ofDay(value, waiting, expired),
      }))}
    />
  )
}
