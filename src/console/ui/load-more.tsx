import { useStrings } from '../strings/strings.ts'

interface Growing {
  readonly items: readonly unknown[] | undefined
  readonly loadMore: (() => void) | undefined
  readonly busy: boolean
}

/** How many are shown, and the button that brings older ones. */
export function LoadMore({ of: { items, loadMore, busy } }: { readonly of: Growing }) {
  const { ui } = useStrings()
  const count = items?.length ?? 0
  if (count === 0) return null
  return (
    <p class="more">
      <span>{ui.shown(count, loadMore !== undefined)}</span>
      {loadMore && (
        <button type="button" disabled={busy} onClick={loadMore}>
          {ui.loadMore}
        </button>
      )}
    </p>
  )
}
