/** Where the bare address leads. */
export const HOME = '/orders/work'
