const shown = new Set()
let drawn = () => undefined

/** Whether something is shown in full. */
export function isOpen(key) {
  return shown.has(key)
}

/** Shows something in full or not, and draws the page anew. */
export function open(key, isShown) {
  if (isShown) shown.add(key)
  else shown.delete(key)
  drawn()
}

/** Who draws the page anew. */
export function onOpen(draw) {
  drawn = draw
}
