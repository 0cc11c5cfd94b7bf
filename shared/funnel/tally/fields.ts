/**
 * What is added up per row. A row is named by where its fields begin in the sums. Each field is a whole number, so that taking an order
 * out again leaves no trace.
 */
export const STAYING = 0
export const STAYING_SUM = 1
export const LOSSES = 2
export const LOSSES_SUM = 3
/** Orders that had a stay here (by move date: and count), and the sum of their totals. */
export const WERE = 4
export const WERE_SUM = 5
/** Stays that are still running. Their time is the moment less their start, which stands in TIME already. */
export const RUNNING = 6
/** Ends less starts of the stays, in milliseconds, and how often CARRY was carried over from that (SPEC F1). */
export const TIME = 7
export const CARRIED = 8
export const REENTRIES = 9
export const REENTERED = 10
/** By move date, reached mode: the row's own count, which is no sum of rows below. */
export const COUNT = 11
export const COUNT_SUM = 12
/**
 * Marks, no sums: the act that last counted a stay here; that last counted a re-entry; that last gave the row a date, negative where
 * that date is out of the period.
 */
export const SEEN = 13
export const AGAIN = 14
export const DATED = 15
export const FIELDS = 16

/** TIME stays within this, times and stays within half of it: so every sum is a whole number that is exact. */
export const CARRY = 2 ** 52
