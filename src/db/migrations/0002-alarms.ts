/**
 * Alarms: one open row for each cause, which the unique index keeps so; a cause that comes back after
 * it was cleared gets a row of its own. `told` says that some replica has logged it.
 */
export const alarms = [
  `create table alarms (
    id uuid primary key,
    key text not null,
    subject text not null,
    text text not null,
    since timestamptz not null,
    count integer not null,
    told boolean not null default false,
    cleared_at timestamptz,
    updated_at timestamptz not null
  )`,
  `create unique index alarms_open on alarms (key, subject) where cleared_at is null`,
  `create index alarms_untold on alarms (since) where not told`,
  `create index alarms_by_time on alarms (since desc, id desc)`,
  `create index alarms_uncleared on alarms (since desc, id desc) where cleared_at is null`,
  ...['key', 'subject'].map(
    (column) => `create index alarms_by_${column} on alarms (${column}, since desc, id desc)`,
  ),
]
