import { type RawBuilder, sql } from 'kysely'
import { tenantId as ourId } from '../list-indexes.ts'
import { type FindQuery, lookUp } from './found-row.ts'

// Of how many rows, for one tenant has a binding for each of its instances.
const looked = sql.raw('limit 200')
const columns = {
  id: 'our_id',
  label: 'name',
  instance_id: 'instance_id',
  site: 'site',
  address: 'address',
  test: 'test',
  at: 'at',
}

/** What belongs to a tenant of the joint-operation kit, and a tenant itself; each once. */
export function kitLookUps({ texts, uuid, userNameHash }: FindQuery): RawBuilder<unknown>[] {
  const given = sql`any(${[...texts]}::text[])`
  const tenants = (condition: RawBuilder<unknown>) =>
    each(sql`select *, tenant_code as word from kit_bindings where ${condition} ${looked}`)
  return [
    ...(uuid === undefined
      ? []
      : [
          lookUp(['tenant', 'id'], {
            from: tenants(sql`${sql.raw(ourId)} = ${uuid}::uuid`),
            columns,
          }),
        ]),
    lookUp(['tenant', 'tenantId'], { from: tenants(sql`tenant_id = ${given}`), columns }),
    lookUp(['user', 'userName'], {
      from: each(sql`select *, app_id as word from kit_users
        where user_name_hash = ${userNameHash} ${looked}`),
      columns,
    }),
    // A credential of the seller, which the applications of many tenants have.
    lookUp(['application', 'appId'], {
      from: sql`(select * from kit_application_uses where app_id = ${given} limit 1) as used`,
      columns: { id: 'app_id', at: 'called_at' },
    }),
  ]
}

// Of several rows of one tenant the first.
function each(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select (${sql.raw(ourId)})::text as our_id, min(word) as name, tenant_id, site,
      min(address) as address, bool_or(test) as test, min(created_at) as at,
      nullif(min(instance_id), '') as instance_id
    from (${rows}) as found group by tenant_id, site, test_address) as tenant`
}
