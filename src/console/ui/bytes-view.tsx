import { useStrings } from '../strings/strings.ts'
import { announce } from './announce.ts'

interface BytesViewProps {
  readonly label: string
  /** What was kept: a text as it is, anything else as JSON; null when nothing was. */
  readonly value: unknown
  readonly open?: boolean
}

/** What was said, as it was kept: `<BytesView label={words.answer} value={message.answer} />`. */
export function BytesView({ label, value, open = false }: BytesViewProps) {
  const { ui } = useStrings()
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null, null, 2)
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => announce(ui.copied(label)))
  }
  return (
    <details open={open}>
      <summary>{label}</summary>
      {value === null || value === undefined ? (
        <p class="empty">{ui.nothingKept}</p>
      ) : (
        <>
          <button type="button" onClick={copy}>
            {ui.copy}
          </button>
          <pre tabIndex={0} aria-label={label}>
            {text}
          </pre>
        </>
      )}
    </details>
  )
}
