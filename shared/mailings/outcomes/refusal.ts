/**
 * What a mail server’s refusal means: `hard`: nobody has that address; `full`: somebody has, and takes nothing now; `soft`: it may pass;
 * `spam`: it takes us for somebody who sends what nobody wants; `other`: it does not take this letter, and says nothing of the address.
 */
export type Refusal = 'hard' | 'full' | 'soft' | 'spam' | 'other'

/** RFC 3463: class, subject, detail. */
const ENHANCED = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/
const BASIC = /(?<![\d.])([45])(\d\d)(?![\d.])/
const ADDRESSES = /https?:\/\/\S+/gi
const FULL =
  /(mail)?box(?: is|'s)? full|over ?quota|quota (?:is )?exceeded|exceed\w* (?:storage|quota)|insufficient storage|переполнен/i
const SPAM =
  /spam|black-?list|block-?list|\b(?:rbl|dnsbl)\b|complain|\babuse\b|reputation|unsolicited|спам|жалоб|репутац/i
const NOBODY =
  /no such (?:user|mailbox|recipient|address)|(?:user|recipient|mailbox|address)(?: is)? (?:unknown|not found|unavailable|disabled)|unknown (?:user|recipient|mailbox)|does(?: not|n't) exist|invalid (?:mailbox|recipient)|не (?:существует|найден)/i
/** Of 5.1.x those that speak of the sender’s address. */
const OF_SENDER = ['7', '8']
/** Basic answers that speak of the reader’s mailbox, where nothing says it closer. */
const OF_MAILBOX = ['50', '51', '53']

/** Reads a refusal by its enhanced status code, its words, and its basic code, in that order of trust (SPEC BM11). */
export function readRefusal(said: string): Refusal {
  const words = said.replaceAll(ADDRESSES, '')
  const [, of, subject, detail = ''] = ENHANCED.exec(words) ?? []
  if ((subject === '2' && detail === '2') || FULL.test(words)) return 'full'
  if (SPAM.test(words)) return 'spam'
  if (of === '4') return 'soft'
  if (of === '5' && isOfAddress(subject, detail)) return 'hard'
  const [, group, rest = ''] = BASIC.exec(words) ?? []
  if (group === '4') return 'soft'
  if (NOBODY.test(words)) return 'hard'
  return of === undefined && group === '5' && OF_MAILBOX.includes(rest) ? 'hard' : 'other'
}

/** 5.1.x: the address; 5.2.1: the mailbox is shut; 5.4.1: no host takes its letters. */
function isOfAddress(subject: string | undefined, detail: string): boolean {
  if (subject === '1') return !OF_SENDER.includes(detail)
  return detail === '1' && (subject === '2' || subject === '4')
}
