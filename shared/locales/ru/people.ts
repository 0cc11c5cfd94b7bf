/** «Сотрудники». */
export const people = {} as const
