/** The members that are told: those that are null or undefined are left out. */
export function present<Told extends object>(
  told: Told,
): { [Name in keyof Told]?: NonNullable<Told[Name]> } {
  const given = Object.entries(told).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(given) as { [Name in keyof Told]?: NonNullable<Told[Name]> }
}
