import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { RevealButton, useReveal } from '../../ui/reveal.tsx'
import { Status } from '../../ui/status.tsx'
import { Time } from '../../ui/time.tsx'
import { ActivateCodes } from './activate-codes.tsx'
import { CheckCode } from './check-code.tsx'
import { Issue } from './issue.tsx'
import { stateTone, uploadTone } from './tones.ts'

type License = KoogateSchemas['License']

/** One license: what is known of it, whether the store has it, and what may be done. */
export default function LicensePage() {
  const { licenses: words } = useStrings()
  const licenseId = useIdOfPage()
  const reveal = useReveal()
  const found = useQuery(
    (api) => api.GET('/api/v1/licenses/{licenseId}', { params: { path: { licenseId } } }),
    [licenseId],
    reveal,
  )
  const { data: license } = found
  if (license === undefined) {
    return (
      <Page title={words.one}>
        <Pending of={found} />
      </Page>
    )
  }
  const isCode = license.family === 'license-c'
  return (
    <Page
      title={`${words.one} ${license.code ?? ''}`}
      actions={
        isCode ? <RevealButton of={reveal} /> : <Issue {...{ license }} onDone={found.reload} />
      }
    >
      <ProblemNote of={found.problem} retry={found.reload} />
      <States license={license} words={words} />
      <Facts rows={rowsOf(license, words)} />
      <p>
        <a href={paths.messages({ licenseId })}>{words.calls}</a>
      </p>
      {isCode && (
        <OfCode
          license={license}
          code={reveal.reveal ? license.code : null}
          onDone={found.reload}
        />
      )}
    </Page>
  )
}

interface OfCodeProps {
  readonly license: License
  /** In clear. */
  readonly code: string | null
  readonly onDone: () => void
}

function OfCode({ license: { address, activatedAt }, code, onDone }: OfCodeProps) {
  return (
    <>
      <CheckCode {...{ code, address }} />
      {activatedAt === null && <ActivateCodes {...{ code, address, onDone }} />}
    </>
  )
}

interface Told {
  readonly license: License
  readonly words: Strings['licenses']
}

function States({ license: { status, upload, failure }, words }: Told) {
  return (
    <>
      <p>
        <Status code={status} tone={stateTone(status)} words={words.states} />{' '}
        {words.stateSays[status]}
      </p>
      <p>
        <Status code={upload.state} tone={uploadTone(upload.state)} words={words.uploads} />{' '}
        {upload.code !== null && <code>{upload.code}</code>} {words.uploadSays[upload.state]}
      </p>
      {failure !== null && (
        <p class="note bad">
          <strong>{words.failure}</strong> <code>{failure.code}</code> {failure.reason}
        </p>
      )}
    </>
  )
}

function rowsOf(license: License, words: Strings['licenses']) {
  const { instanceId, orderId, eventId, madeFor, activatedAt, codeStatus } = license
  const instance = instanceId === null ? undefined : paths.instance(instanceId)
  const order = orderId === null ? undefined : paths.orders({ orderId })
  return [
    [words.id, <Id value={license.licenseId} />],
    [words.family, wordFor(words.families, license.family)],
    [words.address, license.address],
    license.test && ([words.test, words.yes] as const),
    [words.instance, <Id value={instanceId} href={instance} />],
    [words.order, <Id value={orderId} href={order} />],
    eventId !== null && ([words.event, <Id value={eventId} />] as const),
    [words.product, <Id value={license.productId} />],
    madeFor !== null && ([words.madeFor, <Id value={madeFor} />] as const),
    [words.effective, <Time at={license.effectiveTime} />],
    [words.expires, <Time at={license.expireTime} />],
    activatedAt !== null && ([words.activated, <Time at={activatedAt} />] as const),
    codeStatus !== null && ([words.codeState, wordFor(words.codes, codeStatus)] as const),
    [words.created, <Time at={license.createdAt} />],
    [words.updated, <Time at={license.updatedAt} />],
  ] as const
}
