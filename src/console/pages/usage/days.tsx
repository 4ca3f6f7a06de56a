import type { KoogateSchemas } from '../../../client.ts'
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
  return (
    <BarChart
      caption={words.days}
      labelHead={words.day}
      valueHead={words.amount}
      bars={withoutGaps(days.data.items).map(({ day, value, waiting, expired }) => ({
        label: day,
        value: Number(value),
        tone: expired > 0 ? 'bad' : waiting > 0 ? 'warn' : 'good',
        text: words.ofDay(value, waiting, expired),
      }))}
    />
  )
}

type Day = Pick<KoogateSchemas['UsageDay'], 'day' | 'value' | 'waiting' | 'expired'>

const dayMs = 24 * 60 * 60_000

// Days without usage are left out of the answer, and would stand close together here.
function withoutGaps(days: readonly Day[]): Day[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day].map((day) => Date.parse(day ?? ''))
  const all: Day[] = []
  for (let at = first ?? NaN; at <= (last ?? NaN); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    const known = days.find((one) => one.day === day)
    all.push(known ?? { day, value: '0', waiting: 0, expired: 0 })
  }
  return all
}
