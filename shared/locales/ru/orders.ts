/** Orders of both sorts: list, card, moves. */
export const orders = {} as const
