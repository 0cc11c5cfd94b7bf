/** A phone or a line, as it is stored. */
export interface StoredPhone {
  readonly id: string
  /** The account of the program; empty: it is a line of the company. */
  readonly owner: string
  /** JSON, without secrets. */
  readonly settings: string
  /** Sealed, each by itself; empty: there is none. */
  readonly key: string
  readonly secrets: string
  /** When it was paired, or set up; when it was changed last, ms since 1970. */
  readonly paired: number
  readonly at: number
  /** When it spoke last, ms since 1970; null: never. */
  readonly seen: number | null
}

/** What pairs one phone, once. */
export interface StoredCode {
  /** The account of the program. */
  readonly owner: string
  readonly code: string
  /** The id that the phone will have. */
  readonly phone: string
  /** JSON: what was asked for. */
  readonly asked: string
  /** ms since 1970. */
  readonly until: number
}

/** Where the bridge listens. */
export interface StoredBridge {
  readonly url: string
  /** The machine whose own address that is; empty: it is one of the network. */
  readonly machine: string
}

export interface PhoneStore {
  /** By their ids. */
  all(): Promise<readonly StoredPhone[]>
  /** In the place of what stood under their ids, in one transaction; when each was seen stays. */
  put(phones: readonly StoredPhone[]): Promise<void>
  /** Notes that it spoke, unless it has later. */
  see(id: string, at: number): Promise<void>
  /** Takes the keys of people's phones away for good: what stands in their place opens by nothing. */
  voidKeys(): Promise<void>
  /** Says whether there was one. */
  remove(id: string): Promise<boolean>
  /** In the place of the code that its owner had; says whether nobody has the same. */
  putCode(code: StoredCode, now: number): Promise<boolean>
  /** Takes a code away, which one of many that ask at once is given; null: there is none that is good yet. */
  takeCode(code: string, now: number): Promise<StoredCode | null>
  /** Takes an owner's code away. */
  dropCode(owner: string): Promise<void>
  bridges(): Promise<readonly StoredBridge[]>
  /** In the place of what stood for its machine. */
  putBridge(bridge: StoredBridge): Promise<void>
}
