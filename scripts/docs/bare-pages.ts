// The two pages outside the languages: the entrance, and the one for what is not there.

/** The entrance, where the reader chooses a language. */
export const entrance = bare(
  'Koogate',
  '',
  `<h1>Koogate</h1>
<ul class="choice">
<li><a href="en/index.html" lang="en" hreflang="en"><strong>Documentation in English</strong>
<span>The seller's side of Huawei Cloud's store (KooGallery), contract first.</span></a></li>
<li><a href="zh/index.html" lang="zh-CN" hreflang="zh-CN"><strong>中文文档</strong>
<span>华为云云商店的商家侧服务，契约先行。</span></a></li>
</ul>`,
)

/** It is served at any depth, so its base is set to the site's root when it is sent. */
export const notFound = bare(
  '404 · Koogate',
  '<base href="./">\n',
  `<h1>404</h1>
<p>There is no such page. <a href="en/index.html">Back to the documentation</a></p>
<p lang="zh-CN">没有这个页面。<a href="zh/index.html">返回文档首页</a></p>`,
)

function bare(title: string, base: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${base}<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
</head>
<body class="bare">
<main>
${main}
</main>
</body>
</html>
`
}
