import type { RequestHandler } from 'express'

/** What is here, for who opens the service in a browser. Links are relative: a proxy may add a prefix. */
export const home: RequestHandler = (_request, response) => {
  response.type('html').send(page)
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Koogate</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
<h1>Koogate</h1>
<p>The seller's side of Huawei Cloud's store runs here.</p>
<p lang="zh-CN">华为云云商店卖家侧服务正在运行。</p>
<ul>
<li><a href="console/">Console</a> · <a href="console/" lang="zh-CN">控制台</a></li>
<li><a href="docs/en/">Guide and reference</a> · <a href="docs/zh/" lang="zh-CN">指南与参考</a></li>
<li><code>npm run buy</code> sends it one signed purchase</li>
<li>The management API is at <code>api/v1</code>; the log says where its token is</li>
<li><a href="health/ready">Readiness</a> · <a href="metrics">Metrics</a></li>
</ul>
</html>`
