/** Organisations, kinds, states, reasons, departments. */
export const settings = {} as const
