import { useState } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import type { List } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../session/session.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Ago, Time } from '../../ui/time.tsx'
import { TokenFields, tokenOf } from './token-fields.tsx'

export type Token = KoogateSchemas['Token']

/** The tokens but that of the settings: made, shown once, deleted. */
export function Tokens({ list }: { readonly list: List<Token> }) {
  const { access: words } = useStrings()
  const [made, setMade] = useState<string>()
  return (
    <section>
      <header class="head">
        <h2>{words.tokens}</h2>
        <ActionButton
          label={words.create}
          scope="admin"
          keyless
          run={(api, form) => api.POST('/api/v1/tokens', { body: tokenOf(form) })}
          done={words.makeDone}
          onDone={({ token }) => {
            setMade(token)
            list.reload()
          }}
        >
          <p>{words.createSays}</p>
          <TokenFields />
        </ActionButton>
      </header>
      <p class="small">{words.tokensSay}</p>
      {made !== undefined && (
        <div class="note warn" role="status">
          <strong>{words.made}</strong>
          <p>
            <Id value={made} />
          </p>
        </div>
      )}
      <ListTable
        list={list}
        caption={words.tokens}
        columns={columnsOf(words, list.reload)}
        keyOf={({ tokenId }) => tokenId}
        empty={words.none}
      />
    </section>
  )
}

const columnsOf = (words: Strings['access'], reload: () => void): Column<Token>[] => [
  {
    head: words.token,
    cell: ({ name, tokenId }) => (
      <>
        <a href={paths.access({ tokenId })}>{name}</a> <small>{tokenId}</small>
      </>
    ),
  },
  { head: words.scopes, cell: ({ scopes }) => scopes.join(', ') },
  {
    head: words.lastUsed,
    cell: ({ lastUsedAt: at }) => (at === null ? words.never : <Ago at={at} />),
  },
  { head: words.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { head: words.expires, cell: ({ expiresAt: at }) => <Expiry at={at} /> },
  { head: words.delete, cell: (token) => <Delete token={token} onDone={reload} /> },
]

function Expiry({ at }: { readonly at: string | null }) {
  const { access: words } = useStrings()
  if (at === null) return <>{words.never}</>
  const isOver = Date.parse(at) <= Date.now()
  return (
    <>
      <Time at={at} /> {isOver && <Status code={words.expired} tone="idle" />}
    </>
  )
}

function Delete({ token, onDone }: { readonly token: Token; readonly onDone: () => void }) {
  const { access: words } = useStrings()
  const { tokenId } = useSession()
  const path = { tokenId: token.tokenId }
  return (
    <ActionButton
      label={words.delete}
      title={`${words.delete}: ${token.name}`}
      scope="admin"
      run={(api) => api.DELETE('/api/v1/tokens/{tokenId}', { params: { path } })}
      done={words.deleteDone}
      onDone={onDone}
    >
      <p>{words.deleteSays}</p>
      {token.lastUsedAt === null ? (
        <p>{words.unused}</p>
      ) : (
        <p>
          {words.inUse} <Ago at={token.lastUsedAt} />
        </p>
      )}
      {token.tokenId === tokenId && <p class="note bad">{words.own}</p>}
    </ActionButton>
  )
}
