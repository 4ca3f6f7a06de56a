import { useState } from 'preact/hooks'
import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { useStrings } from '../../strings/strings.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

type Department = KoogateSchemas['TenantDepartment']
type LevelQuery = KoogateQuery<'/api/v1/tenants/{tenantId}/departments'>

interface DepartmentsProps {
  readonly tenantId: string
  readonly bindings: readonly KoogateSchemas['TenantBinding'][]
}

/** The departments of one binding, a level at a time: there may be tens of thousands. */
export function Departments({ tenantId, bindings }: DepartmentsProps) {
  const { enterprises: words } = useStrings()
  const [chosen, choose] = useState(bindings[0]?.instanceId ?? '')
  return (
    <>
      <h2>{words.departments}</h2>
      {bindings.length > 1 && (
        <label>
          {words.binding}
          <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {bindings.map(({ instanceId }) => (
              <option key={instanceId} value={instanceId ?? ''}>
                {instanceId ?? words.withoutInstance}
              </option>
            ))}
          </select>
        </label>
      )}
      <div key={chosen} class="tree">
        <Level {...{ tenantId }} of={{ instanceId: chosen, parentCode: '' }} empty />
        <Level {...{ tenantId }} of={{ instanceId: chosen, orphan: true }} title={words.orphans} />
      </div>
    </>
  )
}

interface LevelProps {
  readonly tenantId: string
  readonly of: LevelQuery
  readonly title?: string
  /** Says so where there is nothing. */
  readonly empty?: boolean
}

function Level({ tenantId, of: level, title, empty = false }: LevelProps) {
  const { enterprises: words } = useStrings()
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/tenants/{tenantId}/departments', {
        params: { path: { tenantId }, query: { state: 'present', ...level, ...page } },
      }),
    [tenantId, level],
    { once: true },
  )
  if (list.items === undefined) return <Pending of={list} />
  if (list.items.length === 0) return empty ? <p class="empty">{words.noDepartments}</p> : null
  return (
    <>
      <ProblemNote of={list.problem} retry={list.reload} />
      {title !== undefined && <h3>{title}</h3>}
      <ul>
        {list.items.toSorted(byCode).map((one) => (
          <li key={one.orgCode}>
            <Node {...{ tenantId }} of={one} />
          </li>
        ))}
      </ul>
      {list.loadMore && <LoadMore of={list} />}
    </>
  )
}

interface NodeProps {
  readonly tenantId: string
  readonly of: Department
}

// What is below is asked for when it is opened first.
function Node({ tenantId, of: { orgCode, name, instanceId, hasChildren } }: NodeProps) {
  const [wasOpened, setOpened] = useState(false)
  const label = (
    <>
      {name} <code>{orgCode}</code>
    </>
  )
  if (!hasChildren) return label
  return (
    <details onToggle={() => setOpened(true)}>
      <summary>{label}</summary>
      {wasOpened && (
        <Level {...{ tenantId }} of={{ instanceId: instanceId ?? '', parentCode: orgCode }} />
      )}
    </details>
  )
}

const byCode = (one: Department, other: Department): number =>
  one.orgCode.localeCompare(other.orgCode, undefined, { numeric: true })
