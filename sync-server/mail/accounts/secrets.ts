import { Failure } from '../../../shared/errors.ts'
import type { Account, AccountChange } from '../../../shared/letters/accounts.ts'
import { Strongbox } from '../../sending/strongbox.ts'
import type { StoredAccount } from '../../storage/mail/accounts.ts'
import { COMPANY_OWNER, settingsIn } from './stored.ts'

export interface Secrets {
  readonly password: string
  readonly oauth: string
}

type Sealed = Pick<StoredAccount, 'owner' | keyof Secrets>

/** Seals and opens the secrets of accounts, each for its owner alone (SPEC MA2). */
export class AccountSecrets {
  readonly #folder: string
  readonly #company: string

  /** `folder`: the data folder. `company`: its id. */
  constructor(folder: string, company: string) {
    this.#folder = folder
    this.#company = company
  }

  seal(owner: string, { password, oauth }: Secrets): Secrets {
    const box = this.#boxOf(owner)
    return { password: box.seal(password), oauth: box.seal(oauth) }
  }

  /** Null where the key is missing, or is another one. */
  opened({ owner, password, oauth }: Sealed): Secrets | null {
    const box = this.#boxOf(owner)
    const opened = { password: box.unseal(password), oauth: box.unseal(oauth) }
    // Both are texts.
    return opened.password === null || opened.oauth === null ? null : (opened as Secrets)
  }

  /** The secrets that a change leaves (SPEC MA3). Failures sending-secret-needed, sending-locked. */
  after(kept: StoredAccount | null, change: AccountChange): Secrets {
    const staying = (name: keyof Secrets) => this.#staying(kept, change, name)
    return { password: change.password ?? staying('password'), oauth: change.oauth ?? staying('oauth') }
  }

  #staying(kept: StoredAccount | null, change: AccountChange, name: keyof Secrets): string {
    if (kept === null || kept[name] === '') return ''
    const known = destinations(settingsIn(kept))
    if (destinations(change).some((one) => !known.includes(one))) throw new Failure('sending-secret-needed')
    const opened = this.#boxOf(kept.owner).unseal(kept[name])
    if (opened === null) throw new Failure('sending-locked')
    return opened
  }

  #boxOf(owner: string): Strongbox {
    return new Strongbox(this.#folder, `mail of ${owner === COMPANY_OWNER ? 'all' : owner} in ${this.#company}`)
  }
}

/** Where the secrets of an account go: to whom they are shown, and how. */
function destinations({ receive, send }: Pick<Account<never>, 'receive' | 'send'>): string[] {
  const servers = [receive, send].filter((server) => server !== null)
  return servers.map(({ host, port, tls, user }) => JSON.stringify([host.toLowerCase(), port, tls, user]))
}
