import type { KoogateSchemas } from '../../../client.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { type Bar, Strip } from '../../ui/chart.tsx'
import type { Tone } from '../../ui/status.tsx'

type Overview = KoogateSchemas['Overview']
type DialTests = KoogateSchemas['OverviewDialTests']

/** What the store judges the seller by: dial tests and failed orders. */
export function Clocks({ of: { dialTests, failedOrders } }: { readonly of: Overview }) {
  const { overview: words } = useStrings()
  return (
    <>
      <h2>{words.dialTests}</h2>
      {dialTests.map((one) => (
        <DialTestsOf key={one.address} of={one} />
      ))}
      <h2>{words.failedOrders}</h2>
      {failedOrders.map(({ site, month, failed, limit }) => (
        <label key={site}>
          {words.failedOf(`${site} ${month}`, words.of(failed, limit))}
          <meter max={limit} low={1} high={limit - 1} optimum={0} value={Math.min(failed, limit)} />
        </label>
      ))}
    </>
  )
}

function DialTestsOf({ of: one }: { readonly of: DialTests }) {
  const { overview: words } = useStrings()
  const { address, watched, failingDays, daysUntilHidden, days } = one
  const [today] = days
  const word = (state = 'none') => wordFor(words.states, state)
  return (
    <section>
      <h3>{address}</h3>
      <p class={failingDays > 0 ? 'note bad' : undefined}>
        {words.today(words.halves(word(today?.morning), word(today?.afternoon)))}{' '}
        {daysUntilHidden === null ? words.well : words.hidden(failingDays, daysUntilHidden)}{' '}
        {!watched && words.unwatched}
      </p>
      <Strip
        caption={words.strip}
        labelHead={words.day}
        valueHead={words.dialTests}
        bars={days.toReversed().map((day) => barOf(day, words))}
      />
    </section>
  )
}

function barOf(
  { day, morning, afternoon }: DialTests['days'][number],
  words: Strings['overview'],
): Bar {
  const text = words.halves(wordFor(words.states, morning), wordFor(words.states, afternoon))
  return { label: day, value: 1, tone: toneOf([morning, afternoon]), text }
}

function toneOf(states: readonly string[]): Tone {
  if (states.includes('failed')) return 'bad'
  if (states.includes('missed')) return 'warn'
  return states.includes('passed') ? 'good' : 'idle'
}
