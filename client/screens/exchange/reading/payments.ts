import type { Claim } from '../../../../shared/bank/claims.ts'
import { matchPayments } from '../../../../shared/bank/match.ts'
import type { Statement } from '../../../../shared/importing/reading/bank/statement.ts'
import type { Asked, PaymentView, StatementView } from './views.ts'

type AskedOf<A extends Asked['ask']> = Extract<Asked, { readonly ask: A }>

/** The payments of a bank's statement, and what they are found for. */
export class Payments {
  readonly #statement: Statement | null
  readonly #claims: Claim[] = []

  /** Null: the file is of another form. */
  constructor(statement: Statement | null) {
    this.#statement = statement
  }

  view(): StatementView | null {
    if (!this.#statement) return null
    const { from, to, accounts, documents } = this.#statement
    return { from, to, accounts, documents: documents.length }
  }

  know({ from, claims }: AskedOf<'claims'>): null {
    if (from === 0) this.#claims.length = 0
    this.#claims.push(...claims)
    return null
  }

  match({ accounts, entered }: AskedOf<'match'>): PaymentView[] {
    const { documents = [], accounts: told = [] } = this.#statement ?? {}
    const own = [...told, ...accounts]
    const matched = matchPayments({ documents, accounts: own, claims: this.#claims, known: new Set(entered) })
    return matched.map(({ document: { fields: _, ...document }, ...rest }) => ({ document, ...rest }))
  }
}
