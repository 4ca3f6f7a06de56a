import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Run, useAction } from '../api/use-action.ts'
import { type Scope, useDisabledReason } from '../session/session.ts'
import { announce } from './announce.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface ActionButtonProps<Data> {
  /** The word on the button, and on the one that confirms. */
  readonly label: string
  readonly scope: Scope
  /** Why it is not possible now, whatever the session may do. */
  readonly disabled?: string | undefined
  /** The dialog's heading; the label by default. */
  readonly title?: string
  /** What will happen, and fields if something is to be entered. */
  readonly children?: ComponentChildren
  readonly run: Run<Data>
  /** It makes a secret, and takes no Idempotency-Key. */
  readonly keyless?: boolean
  /** What is said when it is done. */
  readonly done: string | ((data: Data) => string)
  readonly onDone?: (data: Data) => void
}

/**
 * A change: a button, which says why it is off, a dialog that tells what will happen, and the result.
 *
 *     <ActionButton label={words.clear} scope="operate" done={words.cleared} onDone={alarm.reload}
 *       run={(api) => api.POST('/api/v1/alarms/{id}/clear', { params: { path: { id } } })}>
 *       <p>{words.clearSays}</p>
 *     </ActionButton>
 *
 * Fields in it are named inputs: `run={(api, form) => … String(form.get('name'))}`.
 */
export function ActionButton<Data>(props: ActionButtonProps<Data>) {
  const { label, scope, disabled, title = label, children, run, keyless, done, onDone } = props
  const reason = useDisabledReason(scope) ?? disabled
  const action = useAction(run, keyless)
  const [isOpen, setOpen] = useState(false)
  async function confirm(form: FormData, why: string) {
    const data = await action.run(form, why)
    if (data === undefined) return
    setOpen(false)
    announce(typeof done === 'string' ? done : done(data))
    onDone?.(data)
  }
  function open() {
    action.reset()
    setOpen(true)
  }
  return (
    <span class="action">
      <button type="button" disabled={reason !== undefined} title={reason} onClick={open}>
        {label}
      </button>
      {reason !== undefined && <small>{reason}</small>}
      {isOpen && (
        <ConfirmDialog
          title={title}
          confirm={label}
          busy={action.busy}
          problem={action.problem}
          onConfirm={(form, why) => void confirm(form, why)}
          onClose={() => setOpen(false)}
        >
          {children}
        </ConfirmDialog>
      )}
    </span>
  )
}
