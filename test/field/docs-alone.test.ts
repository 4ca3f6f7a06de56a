import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { ownSite } from '../docs/own-site.ts'
import { type Neighbour, newFolder, put, startNeighbour, withPrograms } from './programs.ts'

withPrograms('nginx')('the docs alone, as ops/docs/nginx.conf serves them', () => {
  let server: Neighbour
  let url: string

  beforeAll(async () => {
    await ownSite()
    const [port, folder] = [await freePort(), newFolder()]
    const configured = readFileSync('ops/docs/nginx.conf', 'utf8')
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replaceAll('/usr/share/nginx/docs', join(process.cwd(), 'generated/site'))
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join('\n')
    const http = `include /etc/nginx/mime.types; access_log off;\n${temporary}\n${configured}`
    const whole = `daemon off; user root; pid ${folder}/pid; events {}\nhttp {\n${http}\n}\n`
    const file = put(folder, 'nginx.conf', whole)
    const command = ['nginx', '-e', join(folder, 'error.log'), '-c', file]
    server = await startNeighbour(command, { port, folder })
    url = `http://127.0.0.1:${port}`
  })
  afterAll(() => server.stop())

  test('begin at the root of the server', async () => {
    const answer = await fetch(url)
    expect([answer.status, answer.url]).toEqual([200, `${url}/docs/`])
    expect(await answer.text()).toContain('zh/index.html')
  })

  test.each(['/docs/en/errors.html', '/docs/search-zh.json'])(
    'send %s compressed',
    async (path) => {
      const answer = await fetch(`${url}${path}`, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      expect(await answer.text()).toBe(
        readFileSync(path.replace('/docs', 'generated/site'), 'utf8'),
      )
    },
  )

  test('show a client as a text', async () => {
    const { headers } = await fetch(`${url}/docs/clients/koogate.ts`)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  test.each(['/docs/none', '/docs/en/interfaces/none.html'])(
    'answer %s with a way back',
    async (path) => {
      const answer = await fetch(`${url}${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('<base href="/docs/"')
    },
  )
})
