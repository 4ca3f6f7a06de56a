import type { RequestHandler } from 'express'

/**
 * Where a buyer lands while the seller has set no FRONT_END_URL, or has not provisioned a supervised
 * purchase yet: a small page of our own, which knows nothing but the id and so promises nothing.
 */
export const welcome: RequestHandler = (request, response) => {
  const instanceId = escapeHtml(String(request.params['instanceId']))
  response.type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your purchase is known</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
<h1>Your purchase is known</h1>
<p>If the service is not open to you yet, the seller is preparing it. The store shows the way in as soon as there is one.</p>
<p lang="zh-CN">商家已收到您的订单。如果服务尚未开通，商家正在为您准备；开通后，云商店会显示访问地址。</p>
<p>Instance <code>${instanceId}</code></p>
</html>`)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
