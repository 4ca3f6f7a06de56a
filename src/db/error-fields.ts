/** What the database says of an error beside its message; '' where it says nothing, or has not made it. */
export function errorFields(error: unknown) {
  const {
    code = '',
    constraint = '',
    column = '',
  } = (error ?? {}) as Partial<Record<string, string>>
  return { code, constraint, column }
}
