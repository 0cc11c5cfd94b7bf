/** The longest subject of a letter, in signs. */
export const LONGEST_SUBJECT = 250
/** The longest quote below a letter, in signs. */
export const LONGEST_QUOTE = 40_000
/** The most parts of an SMS. */
export const MOST_PARTS = 10
