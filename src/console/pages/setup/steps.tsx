import type { KoogateSchemas } from '../../../client.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Step = KoogateSchemas['SetupStep']

const tones: Readonly<Record<string, Tone>> = { done: 'good', waiting: 'warn' }

interface StepsProps {
  readonly caption: string
  readonly of: readonly Step[]
}

/** Steps in their order. */
export function Steps({ caption, of: steps }: StepsProps) {
  const { setup: words } = useStrings()
  return (
    <Table
      caption={caption}
      columns={[
        {
          head: words.state,
          cell: ({ state }) => (
            <Status code={state} tone={tones[state] ?? 'idle'} words={words.states} />
          ),
        },
        { head: words.step, cell: (step) => <Named step={step} /> },
        { head: words.values, cell: (step) => <Values of={step} /> },
        { head: words.place, cell: ({ place }) => wordFor(words.places, place ?? '–') },
        { head: words.done, cell: ({ doneAt }) => <Time at={doneAt} /> },
        { head: words.last, cell: (step) => <LastCall step={step} /> },
      ]}
      rows={steps}
      keyOf={({ step, interface: of, interfaceType, activity }) =>
        [step, of, interfaceType, activity].join(' ')
      }
      empty="–"
    />
  )
}

/** What the step is, and what to do as long as it waits. */
function Named({ step: one }: { readonly step: Step }) {
  const { setup: words } = useStrings()
  const { step, state, activity, interfaceType, condition, setting } = one
  const [name, todo] = words.steps[step] ?? [step, '']
  return (
    <>
      {name} <code>{[one.interface ?? interfaceType, activity].filter(Boolean).join(' ')}</code>
      {condition && <small> {wordFor(words.conditions, condition)}</small>}
      {state === 'waiting' && (
        <small>
          <br />
          {todo} {setting && <code>{setting}</code>}
        </small>
      )}
    </>
  )
}

/** A case is debugged at the address of its first call, which stands there. */
function Values({ of: { step, values } }: { readonly of: Step }) {
  const { setup: words } = useStrings()
  if (values.length === 0 || step === 'debug-case') return <>–</>
  return (
    <>
      {values.map(({ name, value }) => (
        <div key={`${name} ${value}`}>
          <small>{wordFor(words.names, name)}</small> <Id value={value} />
        </div>
      ))}
    </>
  )
}

function LastCall({ step: { lastAt, resultCode } }: { readonly step: Step }) {
  return (
    <>
      <Time at={lastAt} />{' '}
      {resultCode && (
        <Status code={resultCode} tone={resultCode === '000000' ? 'good' : 'bad'} words={{}} />
      )}
    </>
  )
}
