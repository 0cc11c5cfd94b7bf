import type { MailWhere } from '../../data/queries/mail/query.ts'

const NAMED = ['inbox', 'all', 'starred', 'unbound', 'unparsed'] as const
export type NamedBox = (typeof NAMED)[number]

/** How a place in mail is written in an address: a word, an account, or an account and its folder. */
export function boxOf(where: MailWhere): string {
  if (where.in === 'folder') return `${where.account}~${where.folder}`
  return where.in === 'account' ? where.account : where.in
}

/** Reads it; whatever is no place is an account that has no letters. */
export function whereOf(box: string): MailWhere {
  const named = NAMED.find((one) => one === box)
  if (named) return { in: named }
  const at = box.indexOf('~')
  return at < 0
    ? { in: 'account', account: box }
    : { in: 'folder', account: box.slice(0, at), folder: box.slice(at + 1) }
}

/** The address of a place, and of a thread that is open there. */
export function addressOfMail(box: string, letter: string | null = null): string {
  return ['/mail', encodeURIComponent(box), ...(letter === null ? [] : [letter])].join('/')
}
