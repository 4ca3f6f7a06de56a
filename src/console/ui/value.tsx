import { useStrings } from '../strings/strings.ts'
import { Id } from './id.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Time } from './time.tsx'

/** A member of the contract shown by its name, as all with such names are: times, ids, addresses, flags. */
export function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { instances: words } = useStrings()
  if (value === null || value === undefined || value === '') return <>–</>
  if (typeof value === 'boolean') return <>{value ? words.yes : words.no}</>
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (/(At|Time)$/.test(name)) return <Time at={text} />
  if (/Url$/.test(name)) return <OutsideLink href={text} />
  if (/(Id|Code)$/.test(name)) return <Id value={text} />
  return <>{text}</>
}

/** The rows of `Facts` for some members, named by `words`: `factsOf(plan, words.plan)`. */
export function factsOf(of: object, words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(
    ([name, word]) =>
      [word, <Value key={name} name={name} value={Reflect.get(of, name)} />] as const,
  )
}
