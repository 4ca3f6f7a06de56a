/** The address that makes a mock forget what was written. */
export const resetPath = '/mock/reset'
