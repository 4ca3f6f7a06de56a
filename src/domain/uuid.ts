/** The form of a UUID, in either case; as Postgres (`~*`) reads it too. */
export const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

const uuid = new RegExp(uuidPattern, 'i')

/** Whether a text is a UUID, and so may be compared with one in the database. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
