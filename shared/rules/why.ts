import { type FailureCode, isFailureCode } from '../errors.ts'
import { isObject, parseJson } from '../records/declarations/value.ts'

/**
 * Why a run, a step, a message, a mailing or its reader stands as it does. Its sentence stands in the dictionaries under `rules.why.<code>` and
 * may use the parameters.
 */
export const WHYS = [
  // it waits
  'awaitsData',
  'awaitsTime',
  'awaitsFile',
  'isOutgoing',
  'goesOften',
  'triesAgain',
  // it was passed over
  'criteriaBroken',
  'criteriaUnmet',
  'movedOn',
  'tooOld',
  'tooDeep',
  'ruleRemoved',
  'ruleOff',
  'actionRemoved',
  'actionChanged',
  'noContact',
  'noCustomer',
  'noResponsible',
  'noPerson',
  'noEmail',
  'noPhone',
  'addressWrong',
  'isThere',
  // it was cancelled
  'undone',
  'orderRemoved',
  'answersProgram',
  'byHand',
  // it went
  'accepted',
  'acceptedInPart',
  'keptHere',
  'sentByPhone',
  // and, besides, by whose account
  'noOwnMail',
  'ownRefused',
  'ownDeclined',
  'ownAway',
  'ownWaits',
  'nobodyOwns',
  // it failed
  'templateMissing',
  'templateOfOther',
  'parameterGone',
  'fileGone',
  'accountGone',
  'phoneGone',
  'phoneOfOther',
  'phoneDeclined',
  'phoneSilent',
  'letterLarge',
  'nothingToSay',
  'refused',
  'notSetUp',
  'unreachable',
  'declined',
  'signInRefused',
  'noTls',
  'noAnswer',
  'cutOff',
  'notKept',
  // a mailing stands, or leaves a reader out
  'awaitsHours',
  'awaitsReaders',
  'noDoor',
  'takenForSpam',
  'senderRefused',
  'consentWithdrawn',
  'noConsent',
  'customerRemoved',
  'customerMerged',
  'addressChanged',
  'addressRefuses',
  'boxFull',
  // nobody knows
  'outcomeUnknown',
] as const
export type WhyCode = (typeof WHYS)[number]

export type WhyParams = Readonly<Record<string, string | number>>

export interface Why {
  readonly code: WhyCode
  readonly params: WhyParams
}

/** The text that records keep of it: `{"code":…,…params}`. */
export function whyOf(code: WhyCode, params: WhyParams = {}): string {
  return JSON.stringify({ ...params, code })
}

/** A refusal of a command, by its failure's code and parameters (`refused`). */
export function whyRefused({ code, params }: { readonly code: FailureCode; readonly params: WhyParams }): string {
  return whyOf('refused', { ...params, failure: code })
}

/** A second reason that stands beside the first, by its code; null: there is none. */
export function besidesIn({ params }: Why): Why | null {
  const code = WHYS.find((one) => one === params.besides)
  return code ? { code, params } : null
}

/** Reads what `whyOf` wrote; null for nothing, and for what this program does not know. */
export function readWhy(text: string | null): Why | null {
  const read = text === null ? undefined : parseJson(text)
  if (!isObject(read)) return null
  const code = WHYS.find((one) => one === read.code)
  if (!code) return null
  const params = Object.entries(read).filter(([name, value]) => name !== 'code' && isParam(value))
  return { code, params: Object.fromEntries(params) as WhyParams }
}

/** The failure whose own sentence says why something was refused; null where there is none. */
export function failureIn({ code, params }: Why): FailureCode | null {
  return code === 'refused' && isFailureCode(params.failure) ? params.failure : null
}

function isParam(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}
