import type { CollectionName } from '../../shared/collections.ts'
import type { CommandArgs, CommandName } from '../../shared/commands.ts'
import type { Who } from '../../shared/documents/roles.ts'
import type { FailureCode, FailureParams } from '../../shared/errors.ts'
import type { Look } from '../../shared/presence/presence.ts'
import type { JsonObject } from '../../shared/records/declarations/value.ts'
import type { Progress } from '../../shared/under-way.ts'
import type { GivenFile, Part } from './files/queued.ts'
import type { Answer, Item, Query } from './queries/query.ts'
import type { Aside } from './sync/replay/not-accepted.ts'

/** The signed-in account, as far as a device needs it; kept on the device for starting without a network. */
export interface Account extends Who {
  readonly name: string
  readonly email: string
  readonly person: string | null
  readonly company: string
  readonly companyName: string
}

/** A failure on its way between worker, server and page. */
export interface FailureMessage {
  readonly code: FailureCode
  readonly params: FailureParams
}

/** What a page asks of the worker. Every request is answered once, under the number of its call. */
export type Request =
  | {
      readonly ask: 'open'
      readonly account: Account
      readonly url: string
      readonly device: string
      /** The lock that the page holds as long as it lives. */
      readonly page: string
    }
  /** `isPassedOver`: no step of the page's that is undone or repeated. */
  | {
      readonly ask: 'command'
      readonly name: CommandName
      readonly args: CommandArgs<CommandName>
      readonly isPassedOver?: boolean
    }
  /** What the command would answer; nothing is written. */
  | { readonly ask: 'tryOut'; readonly name: CommandName; readonly args: CommandArgs<CommandName> }
  | { readonly ask: 'undo'; readonly act?: number }
  | { readonly ask: 'redo' }
  /** Ends the request of that call, if it is still under way: it fails, and all is as it was. */
  | { readonly ask: 'stop'; readonly stopped: number }
  | { readonly ask: 'newId'; readonly collection: CollectionName }
  | { readonly ask: 'draftNumber' }
  | { readonly ask: 'subscribe'; readonly sub: number; readonly query: Query }
  | { readonly ask: 'unsubscribe'; readonly sub: number }
  | { readonly ask: 'saveDraft'; readonly id: string; readonly draft: JsonObject }
  | { readonly ask: 'dropDraft'; readonly id: string }
  | { readonly ask: 'addFile'; readonly file: GivenFile }
  | { readonly ask: 'openFile'; readonly id: string; readonly part: Part }
  /** What a letter names by its hash. */
  | { readonly ask: 'openLetter'; readonly id: string; readonly hash: string }
  | { readonly ask: 'retryFile'; readonly id: string }
  | { readonly ask: 'look'; readonly look: Look | null }
  | { readonly ask: 'giveUp'; readonly seq: number }
  /** What became of an act that was cut off was read. */
  | { readonly ask: 'heard'; readonly act: number }
  | { readonly ask: 'takeBack'; readonly givenUp: Aside }
  | { readonly ask: 'close'; readonly why: Closing }
  | { readonly ask: 'wipe'; readonly account: Account; readonly url: string }

export type ToWorker = Request & { readonly call: number }

/** Why a page ends the session: somebody signs out, or the account has another role now. */
export type Closing = 'ended' | 'other-role'

/**
 * What the worker says unasked: `held-elsewhere` while another worker, of an older build, holds the account's lock, so
 * that opening waits; `ended` when somebody has signed out in another tab, and the session has to be opened anew; `other-role`
 * when the account has another role, and each page begins anew with it;
 * `wiped` when the session has ended because this device is to drop all that it keeps of the account; `new-worker` when
 * this worker knows nothing yet of what the page has asked.
 */
export type News = 'held-elsewhere' | Closing | 'wiped' | 'new-worker'

/**
 * What the worker says: answers to requests, how far long ones are, the present answers of live queries, and news; and of
 * each request that came over a line which may lead nowhere, before anything else, that it has come.
 */
export type FromWorker =
  | { readonly say: 'taken'; readonly call: number }
  | { readonly say: 'done'; readonly call: number; readonly result: unknown }
  | { readonly say: 'failed'; readonly call: number; readonly failure: FailureMessage }
  | { readonly say: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly say: 'answer'; readonly sub: number; readonly answer: Answer }
  | { readonly say: 'news'; readonly news: News }

/** As what the server knows this device of an open session. */
export interface Known {
  readonly replica: string
  /** By which it is known also while nobody is signed in; null where the server gave none. */
  readonly key: string | null
}

/** A command's outcome: the act's number for undoing it, and what the command gave. */
export interface Done {
  readonly act: number
  readonly result: unknown
}

/** What an act wrote, for telling of it in words. */
export interface ActTold {
  readonly collection: CollectionName
  /** The first of its records, as lists show it; null where it is not here. */
  readonly item: Item | null
  /** How many records it wrote, and whether of several collections. */
  readonly records: number
  readonly isMixed: boolean
  /** What it wrote about them: paths without the entries that they name, empty for a record that was made. */
  readonly deeds: readonly string[]
}

/** What undoing or repeating came to. */
export interface Undid {
  /** The act; null when there was none to undo or to repeat. */
  readonly what: ActTold | null
  /** How many of its writes went back, and how many somebody has changed since. */
  readonly undone: number
  readonly kept: number
  /** Where they have, record by record: the first hundred records, and how many there are besides. */
  readonly keptIn: readonly ActTold[]
  readonly keptBesides: number
}
