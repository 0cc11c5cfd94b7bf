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
