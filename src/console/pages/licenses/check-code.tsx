import { useState } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Field, textOf } from '../../ui/field.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Id } from '../../ui/id.tsx'
import { Status } from '../../ui/status.tsx'
import { Time } from '../../ui/time.tsx'

type Check = KoogateSchemas['LicenseCodeCheck']

interface CheckCodeProps {
  /** What is checked unless another one is entered. */
  readonly code?: string | null
  /** Where it belongs, if that is known. */
  readonly address?: string
}

/** Asks whether a code may be used, and shows what came. */
export function CheckCode({ code, address }: CheckCodeProps) {
  const { licenses: words } = useStrings()
  const [check, setCheck] = useState<Check>()
  return (
    <section>
      <p>
        <ActionButton
          label={words.check}
          scope="usage"
          run={(api, form) =>
            api.POST('/api/v1/license-codes/check', {
              body: { code: textOf(form, 'code'), address: textOf(form, 'address') || undefined },
            })
          }
          done={words.checked}
          onDone={setCheck}
        >
          <p>{words.checkSays}</p>
          <Field name="code" label={words.code} of={{ code }} required maxLength={64} />
          <Field name="address" label={words.codeAddress} of={{ address }} maxLength={64} />
        </ActionButton>
      </p>
      {check && <Answer of={check} />}
    </section>
  )
}

function Answer({ of: check }: { readonly of: Check }) {
  const { licenses: words } = useStrings()
  const { licenseId, status, usable, storeCode } = check
  return (
    <Facts
      rows={[
        [words.usable, usable ? words.usableYes : words.usableNo],
        [
          words.codeState,
          <Status code={status} tone={usable ? 'good' : 'bad'} words={words.codes} />,
        ],
        [words.expires, <Time at={check.expireTime} />],
        [words.asOf, <Time at={check.asOf} />],
        [words.source, wordFor(words.sources, check.source)],
        storeCode !== null && [words.why, <code>{storeCode}</code>],
        [
          words.id,
          <Id value={licenseId} href={licenseId === null ? undefined : paths.license(licenseId)} />,
        ],
      ]}
    />
  )
}
