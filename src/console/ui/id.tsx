import { useStrings } from '../strings/strings.ts'
import { announce } from './announce.ts'

interface IdProps {
  readonly value: string | null | undefined
  /** Where it leads, by paths. */
  readonly href?: string
}

/** An id as text that can be copied, and a link if it leads anywhere: `<Id value={id} href={paths.instance(id)} />`. */
export function Id({ value, href }: IdProps) {
  const { ui } = useStrings()
  if (value === null || value === undefined || value === '') return <>–</>
  const text = <code>{value}</code>
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => announce(ui.copied(value)))
  }
  return (
    <span class="id">
      {href === undefined ? text : <a href={href}>{text}</a>}
      <button
        type="button"
        class="copy"

        aria-label={`${ui.copy} ${value}`}
        onClick={copy}
      >
        {ui.copy}
      </button>
    </span>
  )
}
