import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { ApiProblem } from '../api/connect.ts'
import { useSession } from '../session/session.ts'
import { useStrings } from '../strings/strings.ts'
import { ProblemNote } from './problem-note.tsx'

interface ConfirmDialogProps {
  readonly title: string
  /** What will happen, and fields if something is to be entered. */
  readonly children?: ComponentChildren
  /** The word on the button that does it. */
  readonly confirm: string
  readonly busy?: boolean
  readonly problem?: ApiProblem | undefined
  readonly onConfirm: (form: FormData, reason: string) => void
  readonly onClose: () => void
}

/**
 * Asks before a change, and for the reason if the service wants one. Escape closes it, and the focus
 * goes back to where it was. Rendered only while it is open; ActionButton does all of it.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, busy = false, problem, onConfirm, onClose } = props
  const { ui } = useStrings()
  const { reasonRequired } = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before anything is painted: the next key is for the dialog.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // It gives the focus back as it closes, and not when it is only taken away.
    return () => element?.close()
  }, [])
  function submit(event: Event) {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const form = new FormData(event.currentTarget)
    const reason = form.get(reasonField)
    form.delete(reasonField)
    onConfirm(form, typeof reason === 'string' ? reason.trim() : '')
  }
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        {reasonRequired && (
          <label>
            {ui.reason}
            <textarea name={reasonField} required maxLength={500} rows={2} />
          </label>
        )}
        <ProblemNote of={problem} />
        <p class="buttons">
          <button type="submit" class="main" aria-busy={busy}>
            {confirm}
          </button>
          <button type="button" onClick={onClose}>
            {ui.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}

const reasonField = 'koogate-reason'
