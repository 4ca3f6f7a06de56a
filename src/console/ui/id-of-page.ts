import { useRoute } from 'preact-iso'

/** The id of what the page is about, from its address `…?id=`; empty without one. */
export const useIdOfPage = (): string => useRoute().query['id'] ?? ''
