import type { Role } from '../../../shared/documents/roles.ts'
import type { AuditEntry } from '../../../sync-server/storage/storage.ts'

/** Who works there, and as what. */
export type Roles = Readonly<Record<string, Role>>

/** What the server's process is begun with. */
export interface Begin {
  readonly folder: string
  /** The port; 0: any free one. */
  readonly port: number
  readonly ahead: number
  readonly roles: Roles
}

/** A document as it is stored. */
export interface Stored {
  /** Without the company. */
  readonly name: string
  readonly generation: string
  readonly updates: readonly Uint8Array[]
}

/** All that is read of the server at a join. */
export interface Books {
  readonly documents: readonly Stored[]
  readonly trail: readonly AuditEntry[]
  /** What it logged that no fault of a line or a device explains. */
  readonly troubles: readonly string[]
}

/** What is asked of it, and answered. */
export interface Asks {
  readonly where: { readonly take: null; readonly give: { readonly url: string; readonly company: string } }
  readonly replica: { readonly take: { readonly user: string; readonly label: string }; readonly give: string }
  /** How far the clock is ahead, ms. */
  readonly time: { readonly take: number; readonly give: null }
  readonly roles: { readonly take: Roles; readonly give: null }
  readonly books: { readonly take: null; readonly give: Books }
  /** What the metric has counted. */
  readonly packings: { readonly take: null; readonly give: number }
  /** Documents that are quiet for long enough to be packed, and are not. */
  readonly owed: { readonly take: null; readonly give: readonly string[] }
  readonly stop: { readonly take: null; readonly give: null }
}

export type Ask = keyof Asks
export type Take<A extends Ask> = Asks[A]['take']
export type Give<A extends Ask> = Asks[A]['give']

export interface Question {
  readonly number: number
  readonly ask: Ask
  readonly take: unknown
}

export interface Reply {
  readonly number: number
  readonly give?: unknown
  readonly failed?: string
}
