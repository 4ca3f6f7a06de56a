/** What the seller keeps with an instance, and the answers to requests that may be sent again. */
export const conventions = [
  `alter table sold_instances add column external_id text, add column metadata jsonb`,

  // hash is of the token and the key; request_hash tells another request with the same key. Without an
  // answer the request is under way, until its lease is over.
  `create table idempotency_keys (
    hash text primary key,
    request_hash text not null,
    answer bytea,
    lease_until timestamptz not null,
    created_at timestamptz not null
  )`,
  `create index idempotency_keys_by_time on idempotency_keys (created_at)`,
]
