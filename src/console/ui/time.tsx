import { useStrings } from '../strings/strings.ts'

// Swedish is written as ISO 8601 is.
const format = (timeZone?: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
const beijing = format('Asia/Shanghai')
const local = format()

/** A time in Beijing, where the store is; the title says it in the time of who looks. `<Time at={since} />`; null is a dash. */
export function Time({ at }: { readonly at: string | null | undefined }) {
  const { ui } = useStrings()
  const date = new Date(at ?? '')
  if (Number.isNaN(date.getTime())) return <>{at || '–'}</>
  return (
    <time dateTime={at ?? ''} title={ui.times(beijing.format(date), local.format(date))}>
      {beijing.format(date)}
    </time>
  )
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** How long ago it was, or until it is, in the largest unit: `<Ago at={deadline} />`. */
export function Ago({ at }: { readonly at: string }) {
  const { ui } = useStrings()
  const seconds = (new Date(at).getTime() - Date.now()) / 1_000
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units[3]
  const text = new Intl.RelativeTimeFormat(ui.locale).format(Math.trunc(seconds / length), unit)
  return (
    <time dateTime={at} title={beijing.format(new Date(at))}>
      {text}
    </time>
  )
}
