/** The words of a letter, as JSON under their SHA-256. */
export interface LetterBody {
  /** Plain text; empty where the letter has HTML alone and that says nothing. */
  readonly text: string
  /** As it came, to be sanitised by whoever shows it; null: it has none. */
  readonly html: string | null
  /** All header lines, as they came. */
  readonly headers: string
}

/** An enclosure of a letter. */
export interface Enclosure {
  readonly name: string | null
  readonly type: string
  /** Where the HTML shows it, without angle brackets. */
  readonly cid: string | null
  readonly bytes: Uint8Array
}

/** Somebody by address, in lower case, and name. */
export interface Mailbox {
  readonly name: string | null
  readonly address: string
}

/** A letter taken apart. */
export interface ParsedLetter {
  readonly subject: string | null
  readonly from: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly bcc: readonly Mailbox[]
  readonly replyTo: readonly Mailbox[]
  /** Ms since 1970, as it says; null: it says nothing that is a time. */
  readonly sent: number | null
  /** Without angle brackets; null: it has none. */
  readonly messageId: string | null
  readonly references: readonly string[]
  readonly body: LetterBody
  readonly enclosures: readonly Enclosure[]
  /** What no person wrote. */
  readonly automatic: 'answer' | 'bulk' | 'bounce' | null
  /** Why it could not be taken apart; null: it was. */
  readonly unparsed: string | null
}
