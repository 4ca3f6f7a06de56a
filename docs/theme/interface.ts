// What makes the page of an interface handier: the language of the samples is kept from page to page, and
// a scene is copied with a click. Without a script all of it can be read.
const kept = 'sample-language'
const texts = { en: ['Copy', 'Copied'], zh: ['复制', '已复制'] }
const [copy = '', copied = ''] = document.documentElement.lang.startsWith('zh')
  ? texts.zh
  : texts.en

for (const input of document.querySelectorAll<HTMLInputElement>('.samples input')) {
  if (input.value === localStorage.getItem(kept)) input.checked = true
  input.addEventListener('change', () => localStorage.setItem(kept, input.value))
}

for (const scene of document.querySelectorAll<HTMLElement>('pre.scene')) {
  const text = scene.textContent
  const button = document.createElement('button')
  button.className = 'copy-scene'
  button.type = 'button'
  button.textContent = copy
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = copied
      setTimeout(() => (button.textContent = copy), 2_000)
    })
  })
  scene.prepend(button)
}

// A link leads to a scene that may be folded.
function unfold(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target instanceof HTMLDetailsElement) target.open = true
}
addEventListener('hashchange', unfold)
unfold()

export {}
