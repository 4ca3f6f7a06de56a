import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { blocksOf } from './page-shape.ts'
import { read } from './pages.ts'

const guide = readdirSync('docs/en').filter((name) => name.endsWith('.md'))
const pairs = [
  ['README.md', 'README.zh-CN.md'] as const,
  ['examples/README.md', 'examples/README.zh-CN.md'] as const,
  ...guide.map((name) => [`docs/en/${name}`, `docs/zh/${name}`] as const),
  ...['seller', 'store', 'management', 'simulator'].map(
    (name) => [`openapi/descriptions/${name}.md`, `openapi/descriptions/${name}.zh.md`] as const,
  ),
]

describe('each page says the same in Chinese as in English', () => {
  test('and is there in both', () => {
    expect(readdirSync('docs/zh').filter((name) => name.endsWith('.md'))).toEqual(guide)
  })

  test.each(pairs)('%s: headings, paragraphs, items, rows, code and links', (english, chinese) => {
    const blocks = blocksOf(read(english), english)
    expect(blocks.length).toBeGreaterThan(2)
    expect(blocksOf(read(chinese), chinese)).toEqual(blocks)
  })
})

const english = `# Keys

See \`KEY\` at [the end](b.md#end).

- first
- second \`A\`

| Name | What |
|---|---|
| \`PORT\` | where |
| \`HOST\` | on which |

\`\`\`sh
npm start # begins
\`\`\`
`
const chinese = `<a id="keys"></a>

# 密钥

见[末尾](b.md#end)的 \`KEY\`。

- 第一
- \`A\` 第二

| 名称 | 含义 |
|---|---|
| \`PORT\` | 哪里 |
| \`HOST\` | 哪个 |

\`\`\`sh
npm start # 启动
\`\`\`
`

describe('two pages that say the same', () => {
  const differ = (tampered: string) =>
    expect(blocksOf(tampered, 'docs/zh/a.md')).not.toEqual(blocksOf(english, 'docs/en/a.md'))

  test('are alike, whatever the order of words, the comments and the ids of headings', () => {
    expect(blocksOf(chinese, 'docs/zh/a.md')).toEqual(blocksOf(english, 'docs/en/a.md'))
  })

  test.each([
    ['a heading of another level', '# 密钥', '## 密钥'],
    ['a code word', '`KEY`', '`KEYS`'],
    ['a code word that is none', '`A` 第二', 'A 第二'],
    ['an item', '- 第一\n', ''],
    ['a row', '| `HOST` | 哪个 |\n', ''],
    ['the order of rows', '| `PORT` | 哪里 |\n| `HOST`', '| `HOST` | 哪里 |\n| `PORT`'],
    ['a command', 'npm start', 'npm run dev'],
    ['the kind of a block', '```sh', '```text'],
    ['the page of a link', 'b.md#end', 'c.md#end'],
    ['the place of a link', 'b.md#end', 'b.md#start'],
    ['a paragraph', '见[末尾]', '参见。\n\n见[末尾]'],
  ])('differ in %s', (_fault, from, to) => {
    expect(chinese).toContain(from)
    differ(chinese.replace(from, to))
  })
})
