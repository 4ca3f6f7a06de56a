import type { KoogateSchemas } from '../../../client.ts'
import { useStrings } from '../../strings/strings.ts'

const scopes = ['read', 'operate', 'usage', 'personal', 'admin'] as const
const lives = [30, 90, 365]
const dayMs = 86_400_000

/** What is entered of a token that is made. */
export function TokenFields() {
  const { access: words } = useStrings()
  return (
    <>
      <label>
        {words.name}
        <input name="name" required maxLength={64} />
      </label>
      <fieldset>
        <legend>{words.scopes}</legend>
        {scopes.map((scope) => (
          <label key={scope} class="check">
            <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} />
            <span>
              <code>{scope}</code> {words.allows[scope]}
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        {words.expires}
        <select name="days">
          {lives.map((days) => (
            <option key={days} value={days} selected={days === 90}>
              {words.days(days)}
            </option>
          ))}
          <option value="">{words.never}</option>
        </select>
      </label>
    </>
  )
}

/** The request of what was entered. */
export function tokenOf(form: FormData): KoogateSchemas['CreateTokenRequest'] {
  const days = Number(form.get('days'))
  const name = form.get('name')
  const chosen = form.getAll('scopes')
  return {
    name: typeof name === 'string' ? name.trim() : '',
    scopes: scopes.filter((scope) => chosen.includes(scope)),
    expiresAt: days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : null,
  }
}
