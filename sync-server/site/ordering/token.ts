import { createHmac, randomBytes } from 'node:crypto'
import { isSameKey } from '../../sync/service-key.ts'

/** Nobody fills the form in faster, ms; nobody has it open longer. */
const QUICKEST = 2000
const LONGEST = 24 * 3600_000

/** What a form is known by: the id of its order, and when it was shown first. */
export interface FormToken {
  readonly id: string
  readonly at: number
}

export type FormDoubt = 'quick' | 'old' | 'forged'

export function newToken(at: number): FormToken {
  return { id: randomBytes(16).toString('base64url'), at }
}

export function writeToken({ id, at }: FormToken, key: Uint8Array): string {
  return `${id}.${at}.${signed(`${id}.${at}`, key)}`
}

/** Reads what a form brought; null: it is none of ours. */
export function readToken(text: string, key: Uint8Array): FormToken | null {
  const [id = '', at = '', signature = ''] = text.split('.')
  return isSameKey(signature, signed(`${id}.${at}`, key)) ? { id, at: Number(at) } : null
}

/** What is odd about when it came; null: nothing is. */
export function doubtOf(token: FormToken | null, now: number): FormDoubt | null {
  if (!token) return 'forged'
  if (now - token.at < QUICKEST) return 'quick'
  return now - token.at > LONGEST ? 'old' : null
}

/** Behind which the page of an order stands: it follows from the form, so that the same form leads to the same page. */
export function orderToken(id: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`order ${id}`).digest('base64url').slice(0, 22)
}

function signed(text: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`form ${text}`).digest('base64url').slice(0, 22)
}
