/**
 * What came of application credentials. `address_calls` has the last verified call of each interface at
 * each address, real and test ones apart. `kit_application_uses` says by which pair of keys the secret of an
 * application came last, and at which address; beside `kit_applications`, which replicas of 0.4 write with
 * `returning *`, prepared.
 */
export const credential: readonly string[] = [
  `create table address_calls (
    address text not null,
    operation text not null,
    test boolean not null,
    last_at timestamptz not null,
    last_code text not null,
    primary key (address, operation, test)
  )`,
  `create table kit_application_uses (
    tenant_id text not null,
    site text not null,
    test_address text not null,
    instance_id text not null,
    app_id text not null,
    key_fingerprint text,
    address text not null,
    called_at timestamptz not null,
    primary key (tenant_id, site, test_address, instance_id, app_id)
  )`,
  `create index kit_application_uses_by_app on kit_application_uses (app_id, called_at)`,
]
