/** «Покупатели». */
export const customers = {} as const
