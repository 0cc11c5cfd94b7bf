/** A mailbox as the agent of mail works with it: over IMAP, or over Gmail's interface. It does one thing at a time. */
export interface Box {
  /** What there is to take letters from. */
  folders(): Promise<readonly BoxFolder[]>
  /** How a folder stands, without opening it; null: it is no more. */
  state(path: string): Promise<FolderState | null>
  /**
   * Opens a folder and works there alone, until the work is done. `since`: as it was known last, by which a server with QRESYNC
   * (RFC 7162) tells what has gone since.
   */
  within<T>(path: string, work: (folder: OpenFolder) => Promise<T>, since?: Known | null): Promise<T>
  /** Puts a letter into a folder, as read. */
  append(path: string, raw: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface BoxFolder {
  readonly path: string
  /** What it is for: `\\Inbox`, `\\Sent`, `\\Trash`, …, as the server says, else by its name. */
  readonly use: string | null
  /** Letters may be taken from it. */
  readonly isSelectable: boolean
}

/** Where two of them are alike, nothing has changed; without MODSEQ but for flags. */
export interface FolderState {
  readonly validity: string
  readonly modseq: string | null
  /** How many letters there are. */
  readonly exists: number
  /** The least UID that a new letter may have. */
  readonly next: number
}

/** By what a server tells how a folder has changed. */
export type Known = Pick<FolderState, 'validity' | 'modseq'>

/** A letter as a folder lists it. */
export interface Listed {
  readonly uid: number
  /** By spaces. */
  readonly flags: string
  /** When the server got it, ms since 1970. */
  readonly received: number
  /** Bytes. */
  readonly size: number
}

/** A letter with its bytes. */
export interface Fetched {
  readonly uid: number
  readonly raw: Uint8Array<ArrayBuffer>
}

/** A folder while it is open. */
export interface OpenFolder extends FolderState {
  /** UIDs that have gone since the state that it was opened by, as far as the server tells of them. */
  readonly vanished: readonly number[]
  /** UIDs of all that it lists above one, in order: asked for by SEARCH, so that none is missed which a FETCH leaves out. */
  uids(above?: number): Promise<readonly number[]>
  /** UIDs of letters with a Message-ID, which is given without its brackets. */
  named(messageId: string): Promise<readonly number[]>
  /** Those of them that the server tells of: it may leave some out. */
  list(uids: readonly number[]): Promise<readonly Listed[]>
  /** What changed behind a MODSEQ; null: the server does not tell. */
  changed(modseq: string): Promise<readonly Listed[] | null>
  /** Whole letters, as they come: the server may leave some out. Nothing else is asked until it ends. */
  letters(uids: readonly number[]): AsyncIterable<Fetched>
  /** The whole letter, of about so many bytes, at most `most` of them; null: the server gives none. */
  fetch(uid: number, size: number, most: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** What it lists of a letter besides its bytes, as lines of headers; null: nothing. */
  headers(uid: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** Sets flags and takes others off. */
  mark(uid: number, set: readonly string[], unset: readonly string[]): Promise<void>
  /** Moves a letter; gives its new UID where the server says so. */
  move(uid: number, path: string): Promise<number | null>
  /** Resolves when something changed there since UIDs or changes were asked for last, or after so long, ms. */
  wait(within: number, signal: AbortSignal): Promise<void>
}
