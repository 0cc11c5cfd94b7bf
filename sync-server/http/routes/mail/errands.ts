import { domainToASCII } from 'node:url'
import * as v from 'valibot'
import type { AccountTry } from '../../../../shared/letters/accounts.ts'
import type { CheckAnswer } from '../../../../shared/letters/check.ts'
import { type MailGuess, type MailGuessAsked, serviceByExchangers } from '../../../../shared/letters/services.ts'
import { sessionFor } from '../../guard/caller.ts'
import { bodyOf, email, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'
import { accountFields, accountId, askerOf } from './accounts.ts'

const tried = v.object({ ...accountFields, id: accountId }) satisfies Takes<AccountTry>
const guessed = v.object({ address: email }) satisfies Takes<MailGuessAsked>
/** What agents do for who waits at a form of mail: accounts are tried, names asked for (mail/accounts/SPEC MA11, MA20). */
export function mailErrandRoutes(app: App, room: Room): void {
  const { mailAccounts, errands, consents } = room
  app.post('/api/mail/check', async (c) => {
    const asker = await askerOf(room, c)
    const { id, ...asked } = await bodyOf(c, tried)
    const account = await mailAccounts.tried(id, consents.filled(asked, id, asker.user), asker)
    return c.json((await errands.ask('account', account)) satisfies CheckAnswer)
  })
  app.post('/api/mail/guess', async (c) => {
    await sessionFor(room, c)
    const { address } = await bodyOf(c, guessed)
    const hosts = await errands.ask('domain', domainToASCII(address.slice(address.lastIndexOf('@') + 1)))
    return c.json({ service: serviceByExchangers(hosts) } satisfies MailGuess)
  })
}
