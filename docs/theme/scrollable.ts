// A table that is wider than its place scrolls, and then the keyboard has to reach it.
const tables = document.querySelectorAll<HTMLElement>('.sl-markdown-content table')
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
    else target.removeAttribute('tabindex')
  }
})
for (const table of tables) observer.observe(table)

export {}
