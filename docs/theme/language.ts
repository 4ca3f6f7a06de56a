// The other language shows the same section: the one that was linked to, or else the one that is in view.
const link = document.querySelector<HTMLAnchorElement>('a.language')

link?.addEventListener('click', () => {
  const section = location.hash === '' ? sectionInView() : location.hash.slice(1)
  if (section !== '') link.hash = section
})

// Redoc keeps its place in the address by itself.
function sectionInView(): string {
  const headings = [
    ...document.querySelectorAll<HTMLElement>('.sl-markdown-content :is(h2, h3)[id]'),
  ]
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
  return passed.at(-1)?.id ?? ''
}

if (document.querySelector('pre.scene')) void import('./interface.ts')

export {}
