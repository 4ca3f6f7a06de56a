import { useState } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Ago, Time } from '../../ui/time.tsx'
import { EndpointFields, endpointOf } from './endpoint-fields.tsx'
import { type Endpoint, byNeed, healthOf, toneOf } from './health.ts'
import { SecretNote } from './secret-note.tsx'

type Created = KoogateSchemas['CreatedWebhookEndpoint']

/** All endpoints, those that need a person first. */
export default function Webhooks() {
  const { webhooks: words } = useStrings()
  const [created, setCreated] = useState<Created>()
  const list = useQuery(
    // There are at most a hundred beside those of the settings.
    (api) => api.GET('/api/v1/webhook-endpoints', { params: { query: { limit: 200 } } }),
    [],
  )
  const create = (
    <ActionButton
      label={words.create}
      scope="operate"
      keyless
      run={(api, form) => api.POST('/api/v1/webhook-endpoints', { body: endpointOf(form) })}
      done={words.done}
      onDone={(made) => {
        setCreated(made)
        list.reload()
      }}
    >
      <p>{words.createSays}</p>
      <EndpointFields />
    </ActionButton>
  )
  return (
    <Page title={words.title} actions={create}>
      <Tabs
        label={words.title}
        of={[
          [paths.webhooks(), words.title],
          [paths.events(), words.events],
        ]}
        current={0}
      />
      {created && (
        <>
          <SecretNote secret={created.secret} />
          <a href={paths.webhook(created.id)}>{words.open}</a>
        </>
      )}
      {list.data === undefined ? (
        <Pending of={list} />
      ) : (
        <Table
          caption={words.title}
          columns={columnsOf(words)}
          rows={byNeed(list.data.items)}
          keyOf={({ id }) => id}
          empty={words.none}
        />
      )}
    </Page>
  )
}

const columnsOf = (words: Strings['webhooks']): Column<Endpoint>[] => [
  {
    head: words.state,
    cell: (endpoint) => {
      const health = healthOf(endpoint)
      return <Status code={health} tone={toneOf(health)} words={words.states} />
    },
  },
  {
    head: words.endpoint,
    cell: ({ id, url, description }) => (
      <>
        <a href={paths.webhook(id)}>{url}</a> <small>{description}</small>
      </>
    ),
  },
  { head: words.waiting, cell: ({ pending }) => pending, end: true },
  {
    head: words.oldest,
    cell: ({ oldestPendingAt: at }) => (at === null ? '–' : <Ago at={at} />),
  },
  { head: words.failingSince, cell: ({ failingSince }) => <Time at={failingSince} /> },
  { head: words.lastSuccess, cell: ({ lastSuccessAt }) => <Time at={lastSuccessAt} /> },
  { head: words.givenUp, cell: ({ givenUp }) => givenUp, end: true },
]
