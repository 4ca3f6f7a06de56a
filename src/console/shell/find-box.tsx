import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { useStrings } from '../strings/strings.ts'

/** The one box that takes any id; the page of its answer goes on to what it is. */
export function FindBox() {
  const { instances: words } = useStrings()
  const { route } = useLocation()
  function find(event: Event) {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const id = new FormData(event.currentTarget).get('id')
    if (typeof id === 'string' && id.trim() !== '') route(fromHere(paths.find(id.trim())))
  }
  return (
    <form class="find" role="search" onSubmit={find}>
      <input type="search" name="id" aria-label={words.find} placeholder={words.find} />
    </form>
  )
}

/** An address of the console from the root, as `route` wants it. */
export function fromHere(href: string): string {
  const { pathname, search } = new URL(href, location.href)
  return pathname + search
}
