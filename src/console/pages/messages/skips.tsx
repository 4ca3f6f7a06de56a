import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'

interface SkipsProps {
  readonly title: string
  readonly of: readonly KoogateSchemas['RerunSkip'][]
}

/** How many calls are passed over and why, each reason with some of them. */
export function Skips({ title, of: skips }: SkipsProps) {
  const { messages: words } = useStrings()
  if (skips.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {skips.map(({ reason, count, examples }) => (
        <details key={reason}>
          <summary>
            {count} · {wordFor(words.skips, reason)}
          </summary>
          {examples.map((id) => (
            <div key={id}>
              <Id value={id} href={paths.message(id)} />
            </div>
          ))}
        </details>
      ))}
    </>
  )
}
