import type { KoogateSchemas } from '../../../client.ts'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'

interface IssueProps {
  readonly license: KoogateSchemas['License']
  readonly onDone: () => void
}

/** Puts the license by hand, as a text or as a file. */
export function Issue({ license, onDone }: IssueProps) {
  const { licenses: words } = useStrings()
  const { licenseId, family, status, upload, version } = license
  const isOpen = ['provisioning', 'failed'].includes(status) || upload.state === 'refused'
  const takesFile = family !== 'license-b'
  return (
    <ActionButton
      label={words.issue}
      scope="operate"
      disabled={isOpen ? undefined : words.cannotIssue}
      run={async (api, form) =>
        api.PUT('/api/v1/licenses/{licenseId}/content', {
          params: { path: { licenseId }, header: { 'If-Match': `"${version}"` } },
          body: await contentOf(form),
        })
      }
      done={words.issued}
      onDone={onDone}
    >
      <p>{takesFile ? words.issueSays : words.issueTextOnly}</p>
      <label>
        {words.text}
        <textarea name="text" rows={4} maxLength={65_536} required={!takesFile} />
      </label>
      {takesFile && (
        <label>
          {words.file}
          <input name="file" type="file" />
        </label>
      )}
    </ActionButton>
  )
}

// A file that was chosen counts before the text.
async function contentOf(form: FormData): Promise<KoogateSchemas['PutLicenseContentRequest']> {
  const [file, text] = [form.get('file'), form.get('text')]
  if (file instanceof File && file.name !== '') {
    return { fileName: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
  }
  return { text: typeof text === 'string' ? text : '' }
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
