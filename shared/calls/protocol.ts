import type { CALL_DIRECTIONS, CallFailure } from './collections.ts'

/**
 * What phones and the bridge say to each other, version 1, as JSON (docs/en/telephony-protocol.md). Under the program's own address:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | POST /phone/v1/pair (no key) | Pairing | Paired |
 * | POST /phone/v1/reports | AnyReport, or { reports: AnyReport[] } | ReportsTaken |
 * | GET /phone/v1/requests?wait=25 | | RequestsGiven: waits so many seconds for the next |
 * | POST /phone/v1/requests/:id | RequestOutcome | Done |
 * | GET /phone/v1/socket (WebSocket) | PhoneFrame | BridgeFrame |
 * | POST /phone/v1/hooks/:phone | what the exchange sends | what it expects |
 *
 * With `Authorization: Bearer <phone>.<key>`; or signed, which plain HTTP needs: `X-Voronka-Phone: <phone>`, `X-Voronka-Time: <ms>`,
 * `X-Voronka-Nonce: <never the same>`, `X-Voronka-Signature: <hex of HMAC-SHA-256 of method, path with query, time, nonce and body, each
 * on a line, by the key>`.
 */

/** What happened to a call, as its phone tells it. */
export const REPORTED = ['ringing', 'dialling', 'answered', 'ended', 'missed', 'failed'] as const

/** One thing that happened to one call. May come twice, late, and in any order. */
export interface Report {
  /** By what the phone knows the call, the same in all reports of it; where it knows none, calls are told apart by number and time. */
  readonly call?: string
  readonly what: (typeof REPORTED)[number]
  /** When it happened, ms since 1970 by the phone's clock; now, where nothing is said. */
  readonly at?: number
  /** The phone's clock as it sends this, ms: by it a wrong clock is put right. */
  readonly sent?: number
  readonly direction?: (typeof CALL_DIRECTIONS)[number]
  /** As the phone has it; none or empty: withheld. */
  readonly number?: string
  /** The own number or SIM. */
  readonly line?: string
  /** The request that it answers (`PhoneRequest.id`). */
  readonly request?: string
  readonly failure?: CallFailure
  /** What was written down about it at the phone. */
  readonly note?: string
}

/** Android's own words in its broadcast PHONE_STATE. */
export const PHONE_STATES = ['RINGING', 'OFFHOOK', 'IDLE'] as const

/** What Android tells of the phone rather than of one call: which call is meant follows from those that are known (CS10). */
export interface StateReport extends Pick<Report, 'at' | 'sent' | 'number' | 'line'> {
  readonly state: (typeof PHONE_STATES)[number]
}

export type AnyReport = Report | StateReport

export interface ReportsTaken {
  readonly taken: number
  /** What is wrong with the others, by their place: a code of shared/errors.ts. */
  readonly refused: readonly { readonly at: number; readonly code: string }[]
}

/** What a phone is asked to do. Not done within `until` (ms since 1970) it has failed. */
export type PhoneRequest =
  | { readonly id: string; readonly what: 'dial'; readonly number: string; readonly until: number }
  | {
      readonly id: string
      readonly what: 'text'
      readonly number: string
      readonly text: string
      readonly until: number
    }

export interface RequestsGiven {
  readonly requests: readonly PhoneRequest[]
}

/** `done`: it dials, or the SMS went. */
export interface RequestOutcome {
  readonly outcome: 'done' | 'failed'
  readonly failure?: CallFailure
}

export interface Pairing {
  /** As the program shows it, in words or by QR. */
  readonly code: string
  /** What the phone is called, unless the program says otherwise. */
  readonly name?: string
}

export interface Paired {
  readonly phone: string
  readonly key: string
  readonly name: string
}

export type PhoneFrame =
  | { readonly type: 'report'; readonly id?: string; readonly report: AnyReport }
  | { readonly type: 'outcome'; readonly id: string; readonly outcome: RequestOutcome }
export type BridgeFrame =
  | { readonly type: 'taken'; readonly id?: string; readonly code?: string }
  | { readonly type: 'request'; readonly request: PhoneRequest }
