/**
 * What came of each interface that the store calls at each address, real and test calls apart: the first
 * call, the last one, and when one was first answered with success.
 */
export const activityCalls: readonly string[] = [
  `create table activity_calls (
    address text not null,
    operation text not null,
    activity text not null,
    test boolean not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    last_code text not null,
    passed_at timestamptz,
    primary key (address, operation, activity, test)
  )`,
]
