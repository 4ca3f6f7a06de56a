import type { ComponentChildren } from 'preact'
import { orDash } from './or-dash.ts'

/** What is known of one thing: `<Facts rows={[[words.since, <Time at={since} />], …]} />`; a row that is false is left out. */
export function Facts({
  rows,
}: {
  readonly rows: readonly (readonly [string, ComponentChildren] | false | undefined)[]
}) {
  return (
    <dl class="facts">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{orDash(row[1])}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
