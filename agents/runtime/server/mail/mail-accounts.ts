import type { ErrandAsked, ErrandDone, ErrandsAsked } from '../../../../shared/effects/errands.ts'
import type { AccountStanding, HeldAccount, HeldAccounts, OAuthRenewed } from '../../../../shared/letters/accounts.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

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

/** Tells what a service gave in the place of a refresh token; what cannot be told before the end is logged. */
export async function tellRenewed(server: ServerAddress, body: OAuthRenewed, how: Patiently): Promise<void> {
  try {
    await patiently(() => askServer(server, { path: '/api/agent/mail/renewed', body }), how)
  } catch (err) {
    how.log.error({ err }, 'a renewed refresh token is not told')
  }
}

/** So long the server may wait for somebody to ask, and to answer beyond that, ms. */
const ERRANDS_WITHIN = 45_000

/** What somebody waits for at a form, with secrets; none, where nobody asked for a while or it was stopped. */
export async function readErrands(server: ServerAddress, how: Patiently): Promise<readonly ErrandAsked[]> {
  const { signal } = how
  const question = { path: '/api/agent/errands', within: ERRANDS_WITHIN, signal }
  try {
    return ((await patiently(() => askServer(server, question), how)) as ErrandsAsked).errands
  } catch (error) {
    if (signal.aborted) return []
    throw error
  }
}

/** Tells what came of it. */
export async function tellErrand(server: ServerAddress, done: ErrandDone): Promise<void> {
  await askServer(server, { path: '/api/agent/errands', body: done })
}
