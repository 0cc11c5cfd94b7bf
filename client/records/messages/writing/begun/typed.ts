import type { MessageTemplate, Way } from '../../../../../shared/messages/collections.ts'
import type { Problem } from '../../../../../shared/messages/filling/problems.ts'
import type { Sort } from '../../../../../shared/orders/collections.ts'

/** The order whose values a template takes. */
export interface Ground {
  readonly id: string
  readonly sort: Sort
  readonly name?: string
}

/** What is typed in; whom it is for, and by which account it goes, only where that was changed. */
export interface Typed {
  readonly way: Way
  readonly contact?: string | null
  /** A number; of a letter its readers, `, ` between. */
  readonly to?: string | null
  readonly cc?: readonly string[]
  readonly bcc?: readonly string[]
  /** An account of mail. */
  readonly account?: string | null
  /** The own phone that an SMS goes by; null: as the company says. */
  readonly phone?: string | null
  readonly subject: string | null
  readonly body: string | null
  /** Words of another letter that stand below (shared/letters/answering). */
  readonly quote?: string | null
  /** The letters that it answers and passes on, as `<collection>/<id>`. */
  readonly answers?: string | null
  readonly forwards?: string | null
  /** «Отправить позже»: ms since 1970. */
  readonly notBefore?: number | null
  readonly papers: readonly string[]
  /** Files of the order and of the customer that go with it; those of its own are known by what they are about. */
  readonly files: readonly string[]
  readonly template: MessageTemplate | null
  readonly order: Ground | null
  /** What is to be said of the template's parameters in that order. */
  readonly problems: readonly Problem[]
}

/** A message that is begun, or gone on with. */
export interface Opened {
  /** Its id, under which its own files are kept before it is written. */
  readonly id: string
  readonly typed: Typed
}
