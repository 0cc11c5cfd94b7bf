/**
 * By whose account of mail a letter goes: the company's; that of whoever answers for its order when it goes; that of who
 * wrote it (SPEC TX14).
 */
export const LETTER_SENDERS = ['company', 'responsible', 'author'] as const
export type LetterSender = (typeof LETTER_SENDERS)[number]

/** What a rule may choose, and the company for all that do not: nobody wrote what a rule sends. */
export const RULED_BY = ['company', 'responsible'] as const satisfies readonly LetterSender[]

/** What who writes by hand may choose. */
export const WRITTEN_BY = ['company', 'author'] as const satisfies readonly LetterSender[]
