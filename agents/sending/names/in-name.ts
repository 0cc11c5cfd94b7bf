import type { MailRefusal } from '../../../shared/messages/own-mail.ts'
import type { Mail } from '../../../shared/messages/sending.ts'
import type { WhyCode, WhyParams } from '../../../shared/rules/why.ts'
import type { Letter } from '../letters/letter.ts'
import type { Post } from '../letters/smtp.ts'
import type { Outcome } from '../outcome.ts'
import { tooLarge } from './fits.ts'
import { isRefusal, type OwnLine } from './own-lines.ts'

/** So often a letter is tried by an account whose server is away; then it goes by the company’s. */
export const OWN_TRIES = 6

/** A letter in a person’s name. */
export interface InName {
  /** The person’s name. */
  readonly who: string
  /** The letter as it goes by the own account; null: the person has set up none. */
  readonly own: { readonly line: OwnLine; readonly letter: Letter } | null
  /** As it goes by the company’s. */
  readonly company: { readonly post: Pick<Post, 'send'>; readonly mail: Mail<string> | null; readonly letter: Letter }
  /** How often it was tried before. */
  readonly attempts: number
  /** Is told that a server takes name and password no more; with an empty answer, that it does again. */
  readonly tellRefusal: (refusal: MailRefusal) => Promise<void>
}

/** Sends it by the own account, else by the company’s, with words for why (SPEC SN18). */
export async function sendInName({ who, own, company, attempts, tellRefusal }: InName): Promise<Outcome> {
  const byCompany = async (code: WhyCode, params: WhyParams) =>
    besides(tooLarge(company.letter, company.mail) ?? (await sentAs(company.letter, company.post)), code, params)
  if (own === null) return await byCompany('noOwnMail', { who })
  const large = tooLarge(own.letter, own.line.mail)
  if (large) return large
  const outcome = await sentAs(own.letter, own.line)
  await tellOf(own.line, outcome, tellRefusal)
  const said = { who, ownAnswer: String(outcome.why.params.answer ?? '') }
  if (outcome.is === 'failed' && outcome.ofSender) return await byCompany('ownDeclined', said)
  if (outcome.is !== 'later' || outcome.of === 'message') return outcome
  if (isRefusal(outcome)) return await byCompany('ownRefused', said)
  if (attempts + 1 >= OWN_TRIES) return await byCompany('ownAway', said)
  // Other letters do not share it: they go by servers of their own.
  return besides({ ...outcome, of: 'message' }, 'ownWaits', said)
}

/** Sends a letter, and says in whose name it went. */
export async function sentAs(letter: Letter, { send }: Pick<Post, 'send'>): Promise<Outcome> {
  const outcome = await send(letter)
  const { name, address } = letter.from
  return outcome.is === 'sent' ? { ...outcome, from: name === '' ? address : `${name} <${address}>` } : outcome
}

/** With a second sentence behind what came of it. */
export function besides(outcome: Outcome, code: WhyCode, params: WhyParams = {}): Outcome {
  const { why } = outcome
  return { ...outcome, why: { code: why.code, params: { ...params, ...why.params, besides: code } } }
}

async function tellOf({ mail }: OwnLine, outcome: Outcome, tell: InName['tellRefusal']): Promise<void> {
  const { account, changed, refused } = mail
  if (isRefusal(outcome)) await tell({ account, changed, answer: String(outcome.why.params.answer || '5xx') })
  else if (outcome.is === 'sent' && refused !== null) await tell({ account, changed, answer: '' })
}
