// What is wider than its place scrolls, and then the keyboard has to reach it.
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
    else target.removeAttribute('tabindex')
  }
})

/** Lets the keyboard reach each of these elements while it scrolls. */
export function keepReachable(elements: Iterable<Element>): void {
  for (const element of elements) observer.observe(element)
}
