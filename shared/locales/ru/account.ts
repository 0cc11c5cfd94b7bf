/** Signing in, first start, invitations, passwords. */
export const account = {} as const
