// Tells what changed in the contract since another version, in English and Chinese, breaking changes
// first. `npm run contract:diff -- <git ref>`, or `--last-tag` for the version published last.
// Exit code 0, 1 for a breaking change without a new major version, 2 if there is no such version.
import { compareEditions } from './contract-diff/compare-documents.ts'
import { editionAt, editionIn, isVersion, lastTag } from './contract-diff/editions.ts'
import { reportOf } from './contract-diff/report.ts'

function tell(ref: string): number {
  if (!isVersion(ref)) {
    console.error(`There is no version ${ref} of the contract. / 没有 ${ref} 版本的契约。`)
    return 2
  }
  const [before, after] = [editionAt(ref), editionIn('.')]
  const { text, isAllowed } = reportOf(compareEditions(before, after), ref, before, after)
  console.log(text)
  return isAllowed ? 0 : 1
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
