/** What the demo company is made of. */
export const demo = {} as const
