/** Work that waits. */
export const jobs = [
  // A job is a row that is claimed by moving next_at behind a lease, and deleted once it is done. Those
  // that were attempted stand apart, so that what is new is found without passing by them.
  `create table jobs (
    id uuid primary key,
    queue text not null,
    data jsonb not null,
    attempts integer not null,
    next_at timestamptz not null,
    last_error text,
    created_at timestamptz not null
  )`,
  `create index jobs_due on jobs (queue, (attempts > 0), next_at)`,
]
