import type { Account } from '../../protocol.ts'
import { keepText, keptValue } from './kept-texts.ts'

/** An account whose data this device keeps, and by what the server knows the device. */
export interface KeptAccount {
  readonly account: Account
  readonly replica: string
  readonly key: string
  /** How many changes were lost with the data that was dropped; null while it is kept. */
  readonly lost: number | null
}

const KEY = 'voronka-kept'

/** The accounts that are kept here, whoever is signed in. None where the browser refuses storage: then none is kept. */
export function keptAccounts(): readonly KeptAccount[] {
  return keptValue<KeptAccount[]>(KEY) ?? []
}

export function noteKept(kept: KeptAccount): void {
  put([...keptAccounts().filter(({ replica }) => replica !== kept.replica), kept])
}

/** Nothing of it is here any more, or the server does not know of it. */
export function forgetKept(replica: string): void {
  put(keptAccounts().filter((one) => one.replica !== replica))
}

/** What refuses to keep this keeps nothing of the account either. */
function put(all: readonly KeptAccount[]): void {
  keepText(KEY, JSON.stringify(all))
}
