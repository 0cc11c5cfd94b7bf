import type { ErrandAsked, ErrandDone } from '../../shared/effects/errands.ts'
import { findCounterparty } from '../counterparties/find-counterparty.ts'
import { type Checking, checkAccount } from '../mail/checking/check-account.ts'
import { mailExchangers } from '../mail/checking/mail-exchangers.ts'
import { tokens } from '../mail/oauth/access-tokens.ts'
import { exchangeCode } from '../mail/oauth/exchange-code.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { pause } from '../runtime/pause.ts'

type Ground = Pick<AgentGround, 'errands' | 'tellErrand' | 'replica' | 'log' | 'signal'>

/** Does outside what somebody waits for at a form, all at once (sync-server/mail/accounts/SPEC MA11, MA16, MA20; shared/counterparties). */
export const errands: Agent = {
  name: 'errands',
  async run(ground: Ground) {
    const { errands: ask, tellErrand, log, signal } = ground
    const checking: Checking = { passOf: (account) => tokens.passOf(account) }
    while (!signal.aborted) {
      const asked = await ask()
      for (const errand of asked)
        doErrand(errand, ground, checking)
          .then(tellErrand)
          .catch((err) => log.warn({ err, kind: errand.kind }, 'an errand is not told'))
      // A server that answers at once, with nothing, is not asked in a circle.
      if (asked.length === 0) await pause(100, signal)
    }
  },
}

async function doErrand(errand: ErrandAsked, { replica }: Ground, checking: Checking): Promise<ErrandDone> {
  switch (errand.kind) {
    case 'account':
      return { id: errand.id, kind: 'account', answer: await checkAccount(errand.asked, checking) }
    case 'domain':
      return { id: errand.id, kind: 'domain', answer: await mailExchangers(errand.asked) }
    case 'code':
      return { id: errand.id, kind: 'code', answer: await exchangeCode(errand.asked) }
    case 'counterparty':
      return { id: errand.id, kind: 'counterparty', answer: await findCounterparty(replica, errand.asked) }
  }
}
