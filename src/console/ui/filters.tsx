import { useId } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useStrings } from '../strings/strings.ts'
import { TimeField, timeIn } from './time-field.tsx'

export interface Filter {
  /** The name of the contract's query parameter. */
  readonly name: string
  readonly label: string
  /** Values and their words; a text field without. That nothing is chosen is added. */
  readonly options?: readonly (readonly [value: string, word: string])[]
  /** It is a time: entered as one of Beijing, and in the address as the contract writes it. */
  readonly isTime?: boolean
}

/** The two ends of a time: `<Filters of={[…, ...useTimes('from', 'to')]} />`. */
export function useTimes(from: string, until: string): readonly Filter[] {
  const { ui } = useStrings()
  return [
    { name: from, label: ui.from, isTime: true },
    { name: until, label: ui.until, isTime: true },
  ]
}

/**
 * Fields whose values stand in the address, so that it can be sent to a colleague:
 * `<Filters of={[{ name: 'subject', label: words.subject }]} />`, read by useFilters.
 */
export function Filters({ of: filters }: { readonly of: readonly Filter[] }) {
  const { ui } = useStrings()
  const { path, query } = useRoute()
  const { route } = useLocation()
  const id = useId()
  function apply(event: Event) {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const set = [...new FormData(event.currentTarget)].flatMap(([name, value]) => {
      const isTime = filters.some((one) => one.name === name && one.isTime)
      const text = typeof value === 'string' ? value : ''
      return text === '' ? [] : [[name, isTime ? timeIn(text) : text]]
    })
    const fixed = Object.entries(query).filter(
      ([name]) => !filters.some((one) => one.name === name),
    )
    route(`${path}?${new URLSearchParams([...fixed, ...set])}`)
  }
  return (
    <form class="filters" role="search" onSubmit={apply}>
      {filters.map(({ name, label, options, isTime }) => (
        <label key={`${name} ${query[name] ?? ''}`} for={`${id}-${name}`}>
          {label}
          {options ? (
            <select
              id={`${id}-${name}`}
              name={name}
              onChange={(event) => event.currentTarget.form?.requestSubmit()}
            >
              <option value="">{ui.any}</option>
              {options.map(([value, word]) => (
                <option key={value} value={value} selected={value === query[name]}>
                  {word}
                </option>
              ))}
            </select>
          ) : isTime ? (
            <TimeField id={`${id}-${name}`} name={name} at={query[name]} />
          ) : (
            <input id={`${id}-${name}`} name={name} defaultValue={query[name]} />
          )}
        </label>
      ))}
      <button type="submit">{ui.filter}</button>
    </form>
  )
}

/**
 * The filters of the address as the query of a list; the service says which values it does not know.
 * `const filters = useFilters<KoogateQuery<'/api/v1/alarms'>>('subject', 'cleared')`.
 */
export function useFilters<Query extends object>(
  ...names: readonly (keyof Query & string)[]
): Partial<Query> {
  const { query } = useRoute()
  const set = names.flatMap((name) => {
    const text = query[name]
    return text === undefined || text === '' ? [] : [[name, flags[text] ?? text] as const]
  })
  return Object.fromEntries(set) as Partial<Query>
}

const flags: Readonly<Record<string, boolean>> = { true: true, false: false }
