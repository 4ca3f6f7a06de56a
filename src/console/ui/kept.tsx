import { useState } from 'preact/hooks'
import { useQuery } from '../api/use-query.ts'
import { useStrings } from '../strings/strings.ts'
import { BytesView } from './bytes-view.tsx'
import { Pending } from './pending.tsx'
import { memberOf } from './value.tsx'

/** What is kept of something, read where a `ref` of the contract says and shown in place, once it is opened. */
export function Kept({ at, label }: { readonly at: string; readonly label: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && <Opened at={at} />}
    </details>
  )
}

function Opened({ at }: { readonly at: string }) {
  const { instances: words } = useStrings()
  // A ref is a path of the contract that is filled in already.
  const path = at as '/api/v1/event-types'
  const kept = useQuery<object>((api) => api.GET(path), [at], { once: true })
  if (kept.data === undefined) return <Pending of={kept} />
  const said = Object.entries(words.said).flatMap(([name, word]) => {
    const value = memberOf(kept.data ?? {}, name)
    return value === undefined ? [] : [<BytesView key={name} label={word} value={value} open />]
  })
  return (
    <>
      {said}
      <BytesView label={words.whole} value={kept.data} open={said.length === 0} />
    </>
  )
}
