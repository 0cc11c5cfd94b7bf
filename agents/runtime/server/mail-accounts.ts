import type { AccountStanding, HeldAccount, HeldAccounts } from '../../../shared/letters/accounts.ts'
import { askServer, type ServerAddress } from './api.ts'
import { type Patiently, patiently } from './patiently.ts'

/** Accounts of mail, the company's and people's own, with secrets: not to be kept, nor logged. */
export async function readMailAccounts(server: ServerAddress, how: Patiently): Promise<readonly HeldAccount[]> {
  const { signal } = how
  // The server is of our own house: its tests hold its answers to this type.
  const answer = await patiently(() => askServer(server, { path: '/api/agent/mail/accounts', signal }), how)
  return (answer as HeldAccounts).accounts
}

/** Tells how an account of mail stands. */
export async function tellStanding(server: ServerAddress, standing: AccountStanding): Promise<void> {
  await askServer(server, { path: '/api/agent/mail/standing', body: standing })
}
