// Tells what changed in the contract since another version, in English and Chinese, breaking changes
// first. `npm run contract:diff -- <git ref>`, or `--last-tag` for the version published last;
// `--format markdown|github|json` in place of text, `--html <file>` for a page beside it.
// Exit code 0, 1 for what may not be published as it is, 2 if it cannot be said.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decisionsIn } from './contract-diff/approvals.ts'
import { editionsSince, isVersion, lastTag } from './contract-diff/editions.ts'
import { htmlReport } from './contract-diff/report/html.ts'
import { jsonReport } from './contract-diff/report/json.ts'
import { githubReport, markdownReport } from './contract-diff/report/markdown.ts'
import { textReport } from './contract-diff/report/text.ts'
import { type Review, reviewOf } from './contract-diff/review.ts'

const usage =
  'Usage: npm run contract:diff -- <git ref> | --last-tag [--format text|markdown|github|json] [--html <file>]'

const formats: Readonly<Record<string, (review: Review) => string>> = {
  text: textReport,
  markdown: markdownReport,
  github: githubReport,
  json: jsonReport,
}

function tell(from: string, format: string, page: string | undefined): number {
  const report = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (report === undefined) throw new Error(usage)
  if (!isVersion(from)) {
    console.error(`There is no version ${from} of the contract. / 没有 ${from} 版本的契约。`)
    return 2
  }
  // What a person wrote is read first: the rest takes seconds.
  const decisions = decisionsIn('.')
  const [before, after] = editionsSince(from)
  const review = reviewOf({ from, before, after, decisions })
  console.log(report(review))
  if (page !== undefined) writeFileSync(page, htmlReport(review))
  return review.isAllowed ? 0 : 1
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'last-tag': { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      html: { type: 'string' },
    },
  })
  const ref = values['last-tag'] ? lastTag() : positionals[0]
  if (ref !== undefined) return tell(ref, values.format, values.html)
  if (!values['last-tag']) throw new Error(usage)
  console.log('No version of the contract has a tag yet; there is nothing to compare with.')
  console.log('契约还没有带标签的版本，无可比较。')
  return 0
}

try {
  process.exitCode = run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
