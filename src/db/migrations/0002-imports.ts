/** For which sites and kinds what was sold before Koogate is being imported; a row is an open import. */
export const imports: readonly string[] = [
  `create table open_imports (
    site text not null,
    kind text not null,
    opened_at timestamptz not null,
    primary key (site, kind)
  )`,
]
