/** One side of a payment, as the bank writes it. */
export interface Party {
  readonly account: string | null
  readonly name: string | null
  readonly inn: string | null
  readonly kpp: string | null
  readonly bank: string | null
  readonly bik: string | null
}

/** A payment order or another document of a bank. */
export interface BankDocument {
  /** The line on which it begins, as an editor counts. */
  readonly line: number
  /** «Платежное поручение». */
  readonly kind: string
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Kopecks. */
  readonly sum: number
  readonly payer: Party
  readonly payee: Party
  /** When it left the payer's account and came to the payee's; null: not yet, or not told. */
  readonly written: string | null
  readonly received: string | null
  readonly purpose: string
  /** All that the bank wrote, by its own names. */
  readonly fields: ReadonlyMap<string, string>
}

/** What stood on an account and what moved, kopecks; null: not told. */
export interface AccountBalance {
  readonly line: number
  readonly account: string
  readonly from: string | null
  readonly to: string | null
  readonly opening: number | null
  readonly received: number | null
  readonly spent: number | null
  readonly closing: number | null
}

/** A bank statement. */
export interface Statement {
  readonly version: string | null
  readonly from: string | null
  readonly to: string | null
  /** The accounts that it is of: those are the company's own. */
  readonly accounts: readonly string[]
  readonly balances: readonly AccountBalance[]
  readonly documents: readonly BankDocument[]
}
