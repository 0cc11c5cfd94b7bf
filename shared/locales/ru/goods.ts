/** «Номенклатура». */
export const goods = {} as const
