import { words } from './words.js'

const root = 'simulator/v1'
let token = ''

/** Why a call came to nothing, in the reader's language. */
export class Refused extends Error {}

/** Calls the store. Throws Refused with what it says. */
export async function call(method, path, body) {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  }
  const options = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await fetch(`${root}/${path}`, options).catch(() => undefined)
  if (response === undefined) throw new Refused(words.away)
  const answer = await response.json()
  if (response.ok) return answer
  if (response.status === 401) return withToken(method, path, body)
  throw new Refused((words.isChinese && answer.detailZh) || answer.detail)
}

// Asked for once, and kept as long as the page is open.
async function withToken(method, path, body) {
  const { ask } = await import('./ask.js')
  const given = await ask(words.token, [{ name: 'token', label: words.token, type: 'password' }])
  if (given === undefined) throw new Refused(words.noToken)
  token = given.token
  return call(method, path, body)
}

/** Hands over the store now and after every change; while it is away `onAway` is told. */
export async function watch(onStore, onAway) {
  for (let after = ''; ;) {
    try {
      const store = await call('GET', `store${after}`)
      after = `?after=${store.revision}&wait=20`
      onStore(store)
    } catch (error) {
      onAway(error)
      await new Promise((done) => setTimeout(done, 2_000))
      after = ''
    }
  }
}

/** Saves what the store answers as a file. */
export async function save(path, name) {
  const content = JSON.stringify(await call('GET', path), null, 2)
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
