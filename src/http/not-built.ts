import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

/** What is not there yet, in a sentence's first words, and what makes it. */
export interface NotBuilt {
  readonly en: string
  readonly zh: string
  readonly command: string
}

/** Says so while a folder of pages is not built, and looks again by itself if it is coming. */
export function answerNotBuilt(folder: string, what: NotBuilt, isComing: boolean): RequestHandler {
  return (_request, response, next) => {
    if (existsSync(join(folder, 'index.html'))) {
      next()
      return
    }
    response.status(503).setHeader('retry-after', '10')
    response.type('html').send(notBuiltPage(what, isComing))
  }
}

function notBuiltPage({ en, zh, command }: NotBuilt, isComing: boolean): string {
  const [english, chinese] = isComing
    ? [
        `${en} is being built and will be here in about a minute; if it does not come, <code>${command}</code> says why.`,
        `${zh}正在生成，大约一分钟后可以访问；如果一直没有出现，请运行 <code>${command}</code> 查看原因。`,
      ]
    : [
        `${en} is not built here: run <code>npm ci</code> and <code>${command}</code> where the sources are.`,
        `这里没有生成${zh}：请在源代码目录中运行 <code>npm ci</code> 和 <code>${command}</code>。`,
      ]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${isComing ? '<meta http-equiv="refresh" content="5">' : ''}
<title>Koogate</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
<p>${english}</p>
<p lang="zh-CN">${chinese}</p>
</html>`
}
