import { Refused } from './api.js'
import { h } from './element.js'
import { inWords, words } from './words.js'

const place = document.querySelector('#said')

/** Says something where everybody looks, and where a screen reader hears it. */
export function say(text, tone = 'good', ...more) {
  place.className = tone
  place.replaceChildren(h('p', {}, text), ...more)
}

/** Does something, and says why where it came to nothing; then it is undefined. */
export async function tell(does) {
  try {
    return await does()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    say(error.message, 'bad')
    return undefined
  }
}

/** Says what came of an action: what the seller did not do is told in the store's words. */
export function tellResult(action, { messages }) {
  const failed = messages.filter(({ exception }) => exception !== null)
  const what = words.acts[action]
  if (failed.length === 0) say(what + words.colon + words.done)
  else {
    const [{ activity, exception }] = failed
    say([what, words.bad, activity, inWords(exception)].join(words.colon), 'bad')
  }
}
