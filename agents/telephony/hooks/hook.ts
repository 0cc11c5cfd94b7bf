import type { LineSettings } from '../../../shared/calls/phones.ts'
import type { LineReport } from '../lines/line-report.ts'

export type HookSettings = LineSettings<string>

/** What an exchange sent to the address of its line. */
export interface HookRequest {
  readonly method: string
  readonly query: URLSearchParams
  readonly header: (name: string) => string | null
  readonly body: string
}

/** What is wrong about it: who sent it is not the exchange, or it cannot be read. */
export const HOOK_REFUSALS = ['phone-signature-wrong', 'request-shape'] as const

/** What it comes to: reports of calls, none where it tells of something else, and what the exchange expects as answer. */
export type Hooked =
  | { readonly reports: readonly LineReport[]; readonly answer: { readonly type: string; readonly text: string } }
  | { readonly refused: (typeof HOOK_REFUSALS)[number] }

/** Most exchanges look at the status alone, and want 200. */
const TAKEN = { type: 'application/json', text: '{}' } as const

export function taken(...reports: readonly LineReport[]): Hooked {
  return { reports, answer: TAKEN }
}

/** A text as plain words: no browser makes anything of it. */
export function echoed(text: string): Hooked {
  return { reports: [], answer: { type: 'text/plain; charset=utf-8', text } }
}

export const WRONG_SIGNATURE: Hooked = { refused: 'phone-signature-wrong' }
export const WRONG_SHAPE: Hooked = { refused: 'request-shape' }
