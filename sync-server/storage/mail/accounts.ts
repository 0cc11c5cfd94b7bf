/** An account of mail, as it is stored. */
export interface StoredAccount {
  readonly id: string
  /** The account of the program; empty: it is the company's. */
  readonly owner: string
  /** JSON, without secrets. */
  readonly settings: string
  /** Sealed, each by itself; empty: there is none. */
  readonly password: string
  readonly oauth: string
  /** When it was changed last, ms since 1970. */
  readonly at: number
  /** JSON: how either of its lines stands. */
  readonly standing: string
}

export interface MailAccountStore {
  /** By their ids. */
  all(): Promise<readonly StoredAccount[]>
  /** In the place of what stood under their ids, in one transaction. */
  put(accounts: readonly StoredAccount[]): Promise<void>
  /** Notes how what was changed last at `at` stands; says whether that is what stands. */
  stand(id: string, at: number, standing: string): Promise<boolean>
  /** Puts what is sealed of OAuth in the place of what stood at `at`; says whether that is what stands. */
  renew(id: string, at: number, oauth: string): Promise<boolean>
  /** With all that the ledger has of it, in one transaction. Says whether there was one. */
  remove(id: string): Promise<boolean>
}
