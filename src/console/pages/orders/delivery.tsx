import type { KoogateSchemas } from '../../../client.ts'
import { type Strings, useStrings, wordFor, wordOr } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Order = KoogateSchemas['OrderDetail']
type Entry = NonNullable<Order['delivery']>['steps'][number]
type Step = KoogateSchemas['NoteDeliveryRequest']['step']

// Goods are signed for, services are not, and few are appealed.
const usual = ['confirmed', 'delivering', 'delivered', 'accepted'] as const
const all: readonly Step[] = [...usual, 'signed', 'appealed']

interface DeliveryProps {
  readonly of: Order
  readonly onDone: () => void
}

/** The checklist of service supervision: which steps are noted, which are open, and to note one. */
export function Delivery({ of: { id, delivery }, onDone }: DeliveryProps) {
  const { orders: words } = useStrings()
  const steps = delivery?.steps ?? []
  const open = usual.filter((step) => !steps.some((one) => one.step === step))
  const rows = [...steps, ...(delivery === null ? [] : open.map((step) => ({ step })))]
  return (
    <>
      <h2>{words.delivery}</h2>
      {delivery && <Due of={delivery} />}
      {delivery && (
        <p>
          {words.since} <Time at={delivery.since} />
        </p>
      )}
      <Table
        caption={words.delivery}
        columns={columnsOf(words)}
        rows={rows}
        keyOf={(row) => `${row.step} ${'notedAt' in row ? row.notedAt : ''}`}
        empty={words.noDelivery}
      />
      <Note id={id} open={open} onDone={onDone} />
    </>
  )
}

/** What somebody has to do; its sentence where the step is one of a newer version. */
function Due({ of: { attention, step } }: { readonly of: NonNullable<Order['delivery']> }) {
  const { orders: words } = useStrings()
  if (attention === null) return null
  return <p class="note warn">{wordOr(words.due, step ?? 'ordered', attention)}</p>
}

const columnsOf = (words: Strings['orders']): Column<Entry | Pick<Entry, 'step'>>[] => [
  { head: words.step, cell: ({ step }) => wordFor(words.steps, step) },
  {
    head: words.state,
    cell: (row) =>
      'at' in row ? (
        <>
          ✓ <Time at={row.at} />
        </>
      ) : (
        <Status code={words.open} tone="warn" />
      ),
  },
  {
    head: words.by,
    cell: (row) => ('at' in row ? [row.by, row.note].filter(Boolean).join(' · ') : '–'),
  },
]

interface NoteProps {
  readonly id: string
  readonly open: readonly Step[]
  readonly onDone: () => void
}

function Note({ id, open, onDone }: NoteProps) {
  const { orders: words } = useStrings()
  const params = { path: { id } }
  return (
    <ActionButton
      label={words.note}
      scope="operate"
      run={(api, form) => {
        const step = all.find((one) => one === form.get('step')) ?? 'confirmed'
        const note = form.get('note')
        const body = { step, ...(typeof note === 'string' && note !== '' && { note }) }
        return api.POST('/api/v1/orders/{id}/delivery', { params, body })
      }}
      done={words.noted}
      onDone={onDone}
    >
      <p>{words.noteSays}</p>
      <label>
        {words.step}
        <select name="step">
          {all.map((step) => (
            <option key={step} value={step} selected={step === open[0]}>
              {words.steps[step]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.remark}
        <input name="note" maxLength={1024} />
      </label>
    </ActionButton>
  )
}
