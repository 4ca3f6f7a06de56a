/** The languages of the guide; each is a folder of docs/ and of the site. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]
