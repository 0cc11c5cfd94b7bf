import { digest } from 'lib0/hash/sha256'
import type { Report } from '../protocol.ts'

/** What a profile is filled in with: it is worth as much as the key. */
export interface Given {
  /** Of the program, without a path: `https://crm.example:8443`. */
  readonly address: string
  /** The phone's id and key, as pairing gave them. */
  readonly phone: string
  readonly key: string
}

/** A file for a phone's program of automation. */
export interface ProfileFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** A report with the variables of a phone's program in place of what it does not know yet. */
export type ReportText = { readonly [K in keyof Report]?: string }

/** What Android tells all programs of the phone’s calls; its words are taken as they are (CS10). */
export const STATE_BROADCAST = 'android.intent.action.PHONE_STATE'

export const reportsUrl = ({ address }: Given) => `${address}/phone/v1/reports`

export const bearer = ({ phone, key }: Given) => `Bearer ${phone}.${key}`

/** By what name a phone's own program dials for the bridge alone: it follows from the key, and tells nothing of it. */
export function dialName({ phone, key }: Given): string {
  const bytes = digest(new TextEncoder().encode(`dial\u0000${phone}\u0000${key}`)).subarray(0, 12)
  return `voronka-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
