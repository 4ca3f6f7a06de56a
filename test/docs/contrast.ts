import type { Page } from 'playwright-core'

// WCAG 2.2, 1.4.3: 4.5 to 1. Runs in the page; backgrounds that are see-through are looked through.
const findFaint = `(() => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => channel(value / 255))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const over = (top, below) => {
    const alpha = top[3] ?? 1
    return below.slice(0, 3).map((value, at) => value * (1 - alpha) + top[at] * alpha)
  }
  const known = new Map([[null, [255, 255, 255]]])
  const backgroundOf = (element) => {
    if (!known.has(element)) {
      const own = parse(getComputedStyle(element).backgroundColor)
      known.set(element, over(own, backgroundOf(element.parentElement)))
    }
    return known.get(element)
  }
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
  return [...document.querySelectorAll('body *')]
    .filter((element) => hasText(element) && element.checkVisibility({ opacityProperty: true }))
    .flatMap((element) => {
      const background = backgroundOf(element)
      const colour = over(parse(getComputedStyle(element).color), background)
      const [light, dark] = [luminance(colour), luminance(background)].sort((a, b) => b - a)
      const ratio = (light + 0.05) / (dark + 0.05)
      return ratio < 4.5 ? [ratio.toFixed(1) + ' ' + element.textContent.trim().slice(0, 40)] : []
    })
})()`

/** Texts that are too faint to read on their background, with their contrast. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(findFaint)
}
