import type { KoogateSchemas } from '../../../client.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Left } from '../../ui/left.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { whereOf } from './where-of.ts'

type Overview = KoogateSchemas['Overview']
type Item = KoogateSchemas['OverviewItem']

const tones: Readonly<Record<string, Tone>> = { critical: 'bad', serious: 'warn', warning: 'idle' }

/** What needs a person, each with the clock that runs or the limit that nears; or that nothing does. */
export function Needs({ of: { items, more, at, endpoints, clocks } }: { readonly of: Overview }) {
  const { overview: words, alarms } = useStrings()
  if (items.length === 0) {
    return (
      <div class="note good">
        <strong>{words.quiet}</strong>
        <p>{words.quietSays}</p>
      </div>
    )
  }
  const kinds = { ...alarms.kinds, ...words.kinds }
  return (
    <>
      <h2>{words.needs}</h2>
      <Table
        caption={words.worst(clocks.purchaseHours)}
        columns={[
          {
            head: words.severity,
            cell: ({ severity }) => (
              <Status code={severity} tone={tones[severity] ?? 'warn'} words={words.severities} />
            ),
          },
          { head: words.what, cell: (item) => <What item={item} means={kinds[item.kind]?.[0]} /> },
          { head: words.about, cell: (item) => <About item={item} endpoints={endpoints} /> },
          {
            head: words.left,
            cell: (item) => (
              <>
                {item.deadline && <Left until={item.deadline} at={at} />}
                {item.deadline && item.count !== null && ' · '}
                {countOf(item, words)}
              </>
            ),
          },
          { head: words.since, cell: ({ since }) => <Time at={since} /> },
          { head: words.todo, cell: ({ kind }) => kinds[kind]?.[1] ?? '–' },
        ]}
        rows={items}
        keyOf={({ kind, subject, interfaceType, alarmId }) =>
          [kind, subject, interfaceType, alarmId].join(' ')
        }
        empty=""
      />
      {more && <p class="small">{words.more}</p>}
    </>
  )
}

/** An alarm of a newer version is shown by its own sentence. */
function What({ item, means }: { readonly item: Item; readonly means: string | undefined }) {
  const { overview: words } = useStrings()
  const { kind, text, interfaceType, resultCode } = item
  const facts = [interfaceType, resultCode].filter((one) => one !== null).join(' ')
  return (
    <>
      {means ?? wordFor({}, kind)} {facts && <code>{facts}</code>}
      {text && (
        <details>
          <summary>{words.cause}</summary>
          {text}
        </details>
      )}
    </>
  )
}

interface AboutProps {
  readonly item: Item
  readonly endpoints: Overview['endpoints']
}

/** A link to what it is about; an endpoint is known by its URL. */
function About({ item, endpoints }: AboutProps) {
  const { overview: words } = useStrings()
  const { id, href } = whereOf(item)
  if (item.subject === null) return <a href={href}>{words.all}</a>
  return <Id value={endpoints.find((one) => one.id === id)?.url ?? id} href={href} />
}

function countOf({ count, limit, more }: Item, words: Strings['overview']): string {
  if (count === null) return ''
  return limit === null ? words.times(`${count}${more ? '+' : ''}`) : words.of(count, limit)
}
