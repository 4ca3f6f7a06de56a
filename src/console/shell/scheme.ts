const kept = 'koogate-scheme'

/** The scheme that was chosen here before; the system's otherwise. */
export function firstScheme(): void {
  const chosen = localStorage.getItem(kept)
  if (chosen !== null) document.documentElement.dataset['scheme'] = chosen
}

/** The other one than what is shown now. */
export function switchScheme(): void {
  const { dataset } = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const next = (dataset['scheme'] ?? system) === 'dark' ? 'light' : 'dark'
  dataset['scheme'] = next
  localStorage.setItem(kept, next)
}
