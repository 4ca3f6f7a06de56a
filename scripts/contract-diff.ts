// Tells what changed in the contract since another version, in English and Chinese, breaking changes
// first. `npm run contract:diff -- <git ref>`, or `--last-tag` for the version published last.
// Exit code 0, 1 for what may not be published as it is, 2 if it cannot be said.
import { decisionsIn } from './contract-diff/approvals.ts'
import { editionAt, editionIn, isVersion, lastTag } from './contract-diff/editions.ts'
import { textReport } from './contract-diff/report/text.ts'
import { reviewOf } from './contract-diff/review.ts'

function tell(from: string): number {
  if (!isVersion(from)) {
    console.error(`There is no version ${from} of the contract. / 没有 ${from} 版本的契约。`)
    return 2
  }
  const [before, after] = [editionAt(from), editionIn('.')]
  const review = reviewOf({ from, before, after, decisions: decisionsIn('.') })
  console.log(textReport(review))
  return review.isAllowed ? 0 : 1
}

function tellSinceLastTag(): number {
  const tag = lastTag()
  if (tag !== undefined) return tell(tag)
  console.log('No version of the contract has a tag yet; there is nothing to compare with.')
  console.log('契约还没有带标签的版本，无可比较。')
  return 0
}

const [ref] = process.argv.slice(2)
try {
  if (ref === undefined) throw new Error('Usage: npm run contract:diff -- <git ref> | --last-tag')
  process.exitCode = ref === '--last-tag' ? tellSinceLastTag() : tell(ref)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
