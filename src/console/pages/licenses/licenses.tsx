import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { RevealButton, useReveal } from '../../ui/reveal.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { ActivateCodes } from './activate-codes.tsx'
import { CheckCode } from './check-code.tsx'
import { stateTone, uploadTone } from './tones.ts'

type License = KoogateSchemas['License']
type Words = Strings['licenses']

/** The licenses of every generation, the newest first. */
export default function Licenses() {
  const { licenses: words } = useStrings()
  const reveal = useReveal()
  const filters = useFilters<KoogateQuery<'/api/v1/licenses'>>(
    'family',
    'status',
    'upload',
    'test',
    'code',
    'instanceId',
  )
  const list = useList(
    (api, page) => api.GET('/api/v1/licenses', { params: { query: { ...filters, ...page } } }),
    [filters],
    reveal,
  )
  return (
    <Page title={words.title} actions={<RevealButton of={reveal} />}>
      <Filters of={fieldsOf(words)} />
      <ListTable
        list={list}
        caption={words.title}
        columns={columnsOf(words)}
        keyOf={({ licenseId }) => licenseId}
        empty={words.none}
      />
      <CheckCode />
      <ActivateCodes onDone={list.reload} />
    </Page>
  )
}

const fieldsOf = (words: Words) => [
  { name: 'family', label: words.family, options: Object.entries(words.families) },
  { name: 'status', label: words.state, options: Object.entries(words.states) },
  { name: 'upload', label: words.upload, options: Object.entries(words.uploads) },
  {
    name: 'test',
    label: words.test,
    options: [
      ['false', words.no],
      ['true', words.yes],
    ] as const,
  },
  { name: 'code', label: words.code },
  { name: 'instanceId', label: words.instance },
]

const columnsOf = (words: Words): Column<License>[] => [
  {
    head: words.id,
    cell: ({ licenseId, code }) => (
      <>
        <Id value={licenseId} href={paths.license(licenseId)} /> {code}
      </>
    ),
  },
  { head: words.family, cell: ({ family }) => wordFor(words.families, family) },
  {
    head: words.state,
    cell: ({ status }) => <Status code={status} tone={stateTone(status)} words={words.states} />,
  },
  {
    head: words.upload,
    cell: ({ upload: { state, code } }) => (
      <>
        <Status code={state} tone={uploadTone(state)} words={words.uploads} />{' '}
        {state === 'refused' && <code>{code}</code>}
      </>
    ),
  },
  {
    head: words.instance,
    cell: ({ instanceId }) => (
      <Id value={instanceId} href={instanceId === null ? undefined : paths.instance(instanceId)} />
    ),
  },
  { head: words.expires, cell: ({ expireTime }) => <Time at={expireTime} /> },
  { head: words.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
]
