/** How letters and SMS are sent, as it is stored. */
export interface StoredSending {
  /** JSON, without secrets. */
  readonly settings: string
  /** The secrets, sealed; empty: there are none. */
  readonly sealed: string
  /** The account that wrote it, and when, ms since 1970. */
  readonly user: string
  readonly at: number
}

export interface SendingStore {
  get(): Promise<StoredSending | null>
  put(stored: StoredSending): Promise<void>
}

/** A person's own account of mail, as it is stored. */
export interface StoredOwnMail {
  /** The account of the program. */
  readonly user: string
  /** JSON, without the password. */
  readonly settings: string
  /** The password, sealed; empty: there is none. */
  readonly sealed: string
  /** When it was changed last, ms since 1970. */
  readonly at: number
  /** What its server said when it refused the password; empty: it has not. */
  readonly refused: string
}

export interface OwnMailStore {
  all(): Promise<readonly StoredOwnMail[]>
  get(user: string): Promise<StoredOwnMail | null>
  /** In the place of what stood. */
  put(stored: StoredOwnMail): Promise<void>
  /** Notes a refusal of what was changed last at `at`; says whether that is what stands. */
  refuse(user: string, at: number, refused: string): Promise<boolean>
  /** Says whether there was one. */
  remove(user: string): Promise<boolean>
}
