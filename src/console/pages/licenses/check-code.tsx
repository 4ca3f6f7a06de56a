import { useState } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
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
              body: { code: entered(form), ...(address !== undefined && { address }) },
            })
          }
          done={words.checked}
          onDone={setCheck}
        >
          <p>{words.checkSays}</p>
          <label>
            {words.code}
            <input
              name="code"
              required
              maxLength={64}
              autocomplete="off"
              defaultValue={code ?? ''}
            />
          </label>
        </ActionButton>
      </p>
      {check && <Answer of={check} />}
    </section>
  )
}

function entered(form: FormData): string {
  const code = form.get('code')
  return typeof code === 'string' ? code.trim() : ''
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
