import { useStrings } from '../strings/strings.ts'
import { Id } from './id.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Time } from './time.tsx'

/** A member of the contract shown by its name, as all with such names are: times, ids, addresses, flags. */
export function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { instances: words } = useStrings()
  if (plain(value) === '') return <>–</>
  if (typeof value === 'boolean') return <>{value ? words.yes : words.no}</>
  const text = plain(value)
  if (/(At|Time)$/.test(name)) return <Time at={text} />
  if (/Url$/.test(name)) return <OutsideLink href={text} />
  if (/(Id|Code)$/.test(name)) return <Id value={text} />
  return <>{text}</>
}

/** A member as text: what is not one value as JSON, and nothing as nothing. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** A member of a thing by its name. */
export const memberOf = (of: object, name: string): unknown => Reflect.get(of, name)

/** The rows of `Facts` for the members that are known, named by `words`: `factsOf(plan, words.plan)`. */
export function factsOf(of: object, words: Readonly<Record<string, string>>) {
  return Object.entries(words).flatMap(([name, word]) => {
    const value = memberOf(of, name)
    return plain(value) === '' ? [] : [[word, <Value name={name} value={value} />] as const]
  })
}
