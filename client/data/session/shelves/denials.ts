import type { FailureCode } from '../../../../shared/errors.ts'

/** Refusals that concern the document alone: the account is let in to all others. */
const OF_ONE: readonly FailureCode[] = ['document-unknown', 'role-forbids', 'document-damaged']

/** Why the server does not let this account in, and which documents it does not serve to it. */
export class Denials {
  readonly #unserved = new Map<string, FailureCode>()
  #account: FailureCode | null = null

  /** The account's; null while it is let in. */
  get account(): FailureCode | null {
    return this.#account
  }

  /** By document: each until that one is in step. */
  get unserved(): ReadonlyMap<string, FailureCode> {
    return this.#unserved
  }

  /** The server has not let the account in to a document. */
  note(document: string, code: FailureCode): void {
    if (OF_ONE.includes(code)) this.#unserved.set(document, code)
    else this.#account = code
  }

  /** A document is in step with the server. */
  letIn(document: string): void {
    this.#unserved.delete(document)
    this.#account = null
  }
}
