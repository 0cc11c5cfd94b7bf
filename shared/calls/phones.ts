import type { ShownSecret } from '../messages/sending.ts'
import type { PhoneWay } from './collections.ts'

/**
 * Phones and lines, kept by the server with their keys sealed. As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/phones | | PhoneList: the own ones; for owners and admins everybody's, and the lines |
 * | POST /api/phones/codes | PairingAsked | PairingCode |
 * | PUT /api/phones/:id | PhoneChange | PhoneList: a new line under an id of `newEntryId` |
 * | DELETE /api/phones/:id | | PhoneList: its key is worth nothing any more |
 * | GET /api/agent/phones (service key) | | HeldPhones |
 * | PUT /api/agent/bridge (service key) | BridgeAddress | Done: where the server hands `/phone/…` on to |
 */

/** Settings of a line, each a text; which there are depends on the way (line-settings.ts). */
export type LineSettings<Secret> = {
  readonly shown: Readonly<Record<string, string>>
  readonly secret: Readonly<Record<string, Secret>>
}

/** All of it anew. A secret that is null stays, as long as it goes where it went; an empty one is removed. */
export interface PhoneChange {
  readonly name: string
  readonly way: PhoneWay
  readonly number: string
  readonly dials: boolean
  readonly texts: boolean
  readonly isOff: boolean
  /** Of lines alone. */
  readonly settings: LineSettings<string | null> | null
}

export interface PhoneView extends Omit<PhoneChange, 'settings'> {
  readonly id: string
  /** The account of the program that it belongs to; null: a line of the company. */
  readonly owner: string | null
  readonly paired: number
  /** When it spoke last, ms since 1970, half a minute more or less; null: never. */
  readonly seen: number | null
  /** Its key or secrets were sealed by another key than this server's: it is to be paired, or they are to be given, anew. */
  readonly isLocked: boolean
  /** Of a line that the bridge connects itself; null: of others, and while the bridge does not say. */
  readonly standing: LineStanding | null
  readonly settings: LineSettings<ShownSecret> | null
}

/** How the bridge's own connection to a line stands. `refused`: name or secret are wrong; `unreachable`: nobody answers there. */
export const LINE_STANDINGS = ['connected', 'refused', 'unreachable'] as const
export type LineStanding = (typeof LINE_STANDINGS)[number]

export interface PhoneList {
  readonly phones: readonly PhoneView[]
  /** Under which address the server was told that people reach it. */
  readonly address: string
}

export interface PairingAsked {
  readonly name: string
  readonly way: PhoneWay
}

/** A code that pairs one phone once; it takes the place of the one that its person had before. */
export interface PairingCode {
  /** Nine digits. */
  readonly code: string
  /** ms since 1970. */
  readonly until: number
  /** The id that the phone will have. */
  readonly phone: string
}

/** A phone as the agent has it. */
export interface HeldPhone extends Omit<PhoneChange, 'settings'> {
  readonly id: string
  readonly owner: string | null
  /** The key that it shows or signs by; empty for lines. */
  readonly key: string
  readonly settings: LineSettings<string> | null
  readonly changed: number
}

export interface HeldPhones {
  readonly phones: readonly HeldPhone[]
}

/** Where the bridge listens, on the server's machine or in its network. */
export interface BridgeAddress {
  /** `http://127.0.0.1:7070`, or the agent's own address; 0.0.0.0 means the one that the agent asks from. */
  readonly url: string
  /** How lines stand that it connects itself, by their id. */
  readonly lines?: Readonly<Record<string, LineStanding>>
}
