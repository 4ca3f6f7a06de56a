/** The id of the region that is read out, which the shell renders. */
export const saidId = 'said'

/** Says a result to who hears the page, and shows it for a while at its foot: `announce(words.cleared)`. */
export function announce(text: string): void {
  const region = document.getElementById(saidId)
  if (region === null) return
  region.textContent = text
  clearTimeout(timer)
  timer = setTimeout(() => (region.textContent = ''), 6_000)
}

let timer: ReturnType<typeof setTimeout> | undefined
