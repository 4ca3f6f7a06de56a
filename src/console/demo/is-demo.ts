/** Whether this is the static demo, whose page says so of itself. */
export const isDemo = document.documentElement.dataset['demo'] !== undefined
