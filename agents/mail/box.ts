/** A mailbox as the agent of mail works with it: over IMAP, or over Gmail's interface. */
export interface Box {
  /** What there is to take letters from. */
  folders(): Promise<readonly BoxFolder[]>
  /** Opens a folder and works there alone, until the work is done. */
  within<T>(path: string, work: (folder: OpenFolder) => Promise<T>): Promise<T>
  /** Puts a letter into a folder, as read. */
  append(path: string, raw: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface BoxFolder {
  readonly path: string
  /** What the server says that it is for: `\\Sent`, `\\Trash`, … */
  readonly use: string | null
  /** Letters may be taken from it. */
  readonly isSelectable: boolean
}

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

/** A folder while it is open. */
export interface OpenFolder {
  readonly validity: string
  readonly modseq: string | null
  /** UIDs of all that it lists, in order: asked for by SEARCH, so that none is missed which a FETCH leaves out. */
  uids(): Promise<readonly number[]>
  list(uids: readonly number[]): Promise<readonly Listed[]>
  /** The whole letter; null: the server has it no more. */
  fetch(uid: number): Promise<Uint8Array | null>
  /** Sets flags and takes others off. */
  mark(uid: number, set: readonly string[], unset: readonly string[]): Promise<void>
  /** Moves a letter; gives its new UID where the server says so. */
  move(uid: number, path: string): Promise<number | null>
  /** Resolves when something changed there, or after so long, ms. */
  wait(within: number, signal: AbortSignal): Promise<void>
}
