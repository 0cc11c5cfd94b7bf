import type { CommandName } from '../../../../shared/commands.ts'
import type { FailureCode } from '../../../../shared/errors.ts'
import type { Present } from '../../../../shared/presence/presence.ts'
import type { Json, JsonObject } from '../../../../shared/records/declarations/value.ts'

/** Orders of this device that are not recorded yet. */
export interface DraftsQuery {
  readonly what: 'drafts'
}

/** What the user is told about saving, sending and what was not accepted. */
export interface StatusQuery {
  readonly what: 'status'
}

/** Which other devices are online, and where their users look. */
export interface PresenceQuery {
  readonly what: 'presence'
}

/** An act over many that was cut off, and what became of it. */
export interface CutOff {
  /** Its number among those that were cut off. */
  readonly act: number
  readonly name: CommandName
  /** How many records were put back, and how many somebody has changed since. */
  readonly undone: number
  readonly kept: number
  /** Why it could not be taken back; the next start tries again. Null where it was. */
  readonly failure: FailureCode | null
}

export interface StatusAnswer {
  readonly what: 'status'
  readonly online: boolean
  /**
   * `memory`: the browser gives no storage, nothing is kept; `full`: it did not take all, and has not yet; `wiped`: the
   * site's data were cleared, and not all is here again.
   */
  readonly storage: 'kept' | 'memory' | 'full' | 'wiped'
  /** When this device and the server last had the same, ms since 1970; null: never. */
  readonly inStepAt: number | null
  /** Acts that are not on this device's disk yet. */
  readonly saving: number
  readonly waiting: { readonly count: number; readonly since: number | null }
  /** Files of which only this device has the bytes: those that go by themselves, and those that do not. */
  readonly files: { readonly waiting: number; readonly failed: number }
  /** Documents that there are, of how many the records stand here, and how many are in step with the server. */
  readonly progress: { readonly standing: number; readonly synced: number; readonly total: number }
  readonly notAccepted: readonly {
    readonly seq: number
    readonly collection: string
    readonly key: string
    /** What was written: a field's value, or all of a record's or an entry's. */
    readonly value: Json
    readonly code: FailureCode
  }[]
  /** Why the server does not let this account in; null while it does. */
  readonly denied: FailureCode | null
  /** Documents that the server does not serve, until they are in step again; `waiting`: what of `waiting` is theirs. */
  readonly unserved: readonly { readonly document: string; readonly code: FailureCode; readonly waiting: number }[]
  /** Acts over many that were cut off, and what became of them, until it is read. */
  readonly cutOff: readonly CutOff[]
  readonly replica: string
  /** What to add to this device's clock, ms. */
  readonly offset: number
}

export interface PresenceAnswer {
  readonly what: 'presence'
  readonly others: readonly Present[]
}

export interface DraftsAnswer {
  readonly what: 'drafts'
  readonly drafts: readonly { readonly id: string; readonly draft: JsonObject }[]
}
