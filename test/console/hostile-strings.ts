const run = 'globalThis.hostileRan=1'

// Each begins with a mark that is found again in the text of a page.
const payloads = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `<iframe srcdoc="<script>parent.${run}</script>">`,
  `<iframe src="javascript:parent.${run}">`,
  `<a href="javascript:${run}" autofocus onfocus="${run}">x</a>`,
  `<details open ontoggle="${run}">`,
  `<input autofocus onfocus="${run}">`,
  `<video><source onerror="${run}"></video>`,
  `<body onload="${run}">`,
  `<style>*{display:none}</style>`,
  `<style>@import 'http://outside.example/x.css'</style>`,
  `<link rel=stylesheet href=http://outside.example/x.css>`,
  `<base href="http://outside.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<object data="javascript:${run}"></object>`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<template><script>${run}</script></template>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}//`,
  `\tjava\nscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
]

// How a value breaks out of where it may have been put.
const wrappers: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `</textarea></title></style></script>${payload}`,
  (payload) => `--!>]]>${payload}`,
  (payload) => `\${${run}}{{constructor.constructor('${run}')()}}${payload}`,
  (payload) => `"};${run};//${payload}`,
  (payload) => `" style="x" onmouseover="${run}" ${payload}\u202Eexe.\u0000`,
]

/** Two hundred texts, each of which would do something if it were anything but text. */
export const hostileStrings: readonly string[] = wrappers.flatMap((wrap) => payloads.map(wrap))

/** Where a value of theirs came to be more than text, in the words of a script for the page. */
export const breachesScript = `(() => {
  const found = []
  if ('hostileRan' in globalThis) found.push('a script ran')
  const foreign = 'iframe, object, embed, base, math, template, #main script, #main style, #main link, #main meta, #main video, #main img, #main form form'
  for (const one of document.querySelectorAll(foreign)) found.push('an element: ' + one.outerHTML.slice(0, 200))
  for (const one of document.querySelectorAll(':not(link[rel=icon])')) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith('on')) found.push('a handler: ' + one.outerHTML.slice(0, 200))
      const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name)
      if (!isAddress || value === '') continue
      const { protocol } = new URL(value, location.href)
      if (protocol !== 'http:' && protocol !== 'https:') found.push(name + ': ' + value)
    }
  }
  return found
})()`
