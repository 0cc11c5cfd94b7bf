/** «Воронка продаж». */
export const funnel = {} as const
