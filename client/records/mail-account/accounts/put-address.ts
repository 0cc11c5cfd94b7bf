import {
  guessServers,
  isOfService,
  type MailGuess,
  type MailGuessAsked,
  serversOf,
} from '../../../../shared/letters/services.ts'
import { api } from '../../../data/page/api.ts'
import { type AccountDraft, withAddress, withGuess } from './account-draft.ts'

/** Puts an address, and what it tells of the rest: at once what it does by itself, then what its domain does. */
export async function putAddress(
  address: string,
  draft: AccountDraft,
  put: (values: Partial<AccountDraft>) => unknown,
): Promise<void> {
  put(withAddress(draft, address))
  if (guessServers(address) === null || isOfService(address)) return
  const service = await serviceFor(address)
  if (service !== null && draft.address === address) put(withGuess(draft, serversOf(service)))
}

/** Null where nobody knows it: no agent runs, or names cannot be asked for. It is a guess alone. */
async function serviceFor(address: string): Promise<MailGuess['service']> {
  try {
    const { service } = await api<MailGuess>('POST', '/api/mail/guess', { address } satisfies MailGuessAsked)
    return service
  } catch {
    return null
  }
}
