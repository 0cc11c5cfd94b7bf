/**
 * The number of the wire between a program and the server: raised when an older program could no longer take part. A
 * program that finds another number at the server asks to update and touches nothing.
 */
export const PROTOCOL = 1
