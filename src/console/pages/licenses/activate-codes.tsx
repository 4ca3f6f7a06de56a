import { useState } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Field, listOf, textOf } from '../../ui/field.tsx'
import { Id } from '../../ui/id.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'

type Activated = KoogateSchemas['ActivatedLicenseCode']

interface ActivateCodesProps {
  /** What is activated unless others are entered. */
  readonly code?: string | null
  /** Where it belongs, if that is known. */
  readonly address?: string
  readonly onDone: () => void
}

/** Activates codes that buyers brought at the store, and shows what became of each. */
export function ActivateCodes({ code, address, onDone }: ActivateCodesProps) {
  const { licenses: words } = useStrings()
  const [items, setItems] = useState<readonly Activated[]>()
  return (
    <section>
      <p>
        <ActionButton
          label={words.activate}
          scope="operate"
          run={(api, form) =>
            api.POST('/api/v1/license-codes/activate', {
              body: {
                codes: listOf(form, 'codes') ?? [],
                effectiveTime: textOf(form, 'effectiveTime') || null,
                address: textOf(form, 'address') || undefined,
              },
            })
          }
          done={words.checked}
          onDone={(done) => {
            setItems(done.items)
            onDone()
          }}
        >
          <p>{words.activateSays}</p>
          <label>
            {words.activateCodes}
            <textarea name="codes" required rows={4} defaultValue={code ?? ''} />
          </label>
          <Field name="effectiveTime" label={words.delivered} />
          <Field name="address" label={words.codeAddress} of={{ address }} maxLength={64} />
        </ActionButton>
      </p>
      {items && <Outcomes of={items} />}
    </section>
  )
}

function Outcomes({ of: items }: { readonly of: readonly Activated[] }) {
  const { licenses: words } = useStrings()
  return (
    <Table
      caption={words.activate}
      columns={[
        {
          head: words.code,
          cell: ({ code, licenseId }) => (
            <Id value={code} href={licenseId === null ? undefined : paths.license(licenseId)} />
          ),
        },
        {
          head: words.state,
          cell: ({ outcome }) => (
            <Status code={outcome} tone={toneOf[outcome] ?? 'bad'} words={words.outcomes} />
          ),
        },
        { head: words.storeCode, cell: ({ storeCode }) => <code>{storeCode ?? '–'}</code> },
      ]}
      rows={items}
      keyOf={({ code }) => code}
      empty=""
    />
  )
}

// What passes is sent again later.
const toneOf: Readonly<Record<string, Tone>> = {
  activated: 'good',
  already_active: 'good',
  not_yet: 'warn',
  failed: 'warn',
}
