// SaaS V1, the licenses and the joint-operation kit beside SaaS V2.
export const statements = [
  `alter table instances
    add column acceptance_time timestamptz,
    add column trial boolean not null default false`,

  // The operation of the contract tells where a message came in, and so how it is run again.
  `alter table messages
    add column operation text not null default 'saasV2',
    add column tenant_id text,
    add column license_id text`,
  `update messages set operation = 'orders' where family = 'orders'`,
  `create index messages_by_tenant on messages (tenant_id, received_at desc) where tenant_id is not null`,
  `create index messages_by_license on messages (license_id, received_at desc) where license_id is not null`,
]
