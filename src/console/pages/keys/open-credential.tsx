import { useLocation } from 'preact-iso'
import { paths } from '../../paths.ts'
import { fromHere } from '../../shell/find-box.tsx'
import { useStrings } from '../../strings/strings.ts'

/** Goes to the credential of an app id. */
export function OpenCredential() {
  const { keys: words } = useStrings()
  const { route } = useLocation()
  function open(event: Event) {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const id = new FormData(event.currentTarget).get('appId')
    if (typeof id === 'string') route(fromHere(paths.credential(id.trim())))
  }
  return (
    <>
      <h2>{words.credential}</h2>
      <p>{words.credentialSays}</p>
      <form class="filters" onSubmit={open}>
        <label>
          {words.app}
          <input name="appId" required maxLength={64} />
        </label>
        <button type="submit">{words.open}</button>
      </form>
    </>
  )
}
