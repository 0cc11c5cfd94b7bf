import type { Letter } from '../../../../shared/letters/collections.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { Typed } from './typed.ts'

/** A paper or a workbook that was made, to go with a letter. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Blob
  /** The paper that it is a print of (shared/print); null: none. */
  readonly paper: string | null
}

/** What an answer, or a letter that is passed on, takes over. */
export interface Begun {
  /** Its draft is kept under this. */
  readonly key: string
  readonly typed: Partial<Typed>
  /** Enclosures that go along. */
  readonly enclosures: Letter['attachments']
}

/** From where a message is begun: what it is about, and whom it is for. */
export interface MessageStart {
  readonly customer: string | null
  readonly order: { readonly id: string; readonly sort: Sort } | null
  /** As the order names it: an entry of the customer's contacts, or a name. */
  readonly contact: string | null
  /** «Отправить»: it goes with the letter. */
  readonly made?: MadeFile
  readonly begun?: Begun
}
