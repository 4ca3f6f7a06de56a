import type { RequestHandler } from 'express'

/** Where a buyer lands while the seller has set no FRONT_END_URL: a small page of our own. */
export const welcome: RequestHandler = (request, response) => {
  const instanceId = escapeHtml(String(request.params['instanceId']))
  response.type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your instance is ready</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
<h1>Your instance is ready</h1>
<p lang="zh-CN">您购买的服务已开通。</p>
<p>Instance <code>${instanceId}</code></p>
</html>`)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
