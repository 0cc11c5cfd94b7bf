import { setTimeout as after } from 'node:timers/promises'
import type { ErrandAsked, ErrandDone } from '../../../shared/letters/errands.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { type Checking, checkAccount } from '../checking/check-account.ts'
import { tokens } from '../oauth/access-tokens.ts'
import { exchangeCode } from '../oauth/exchange-code.ts'
import { mailExchangers } from './mail-exchangers.ts'

type Ground = Pick<AgentGround, 'mailErrands' | 'tellErrand' | 'log' | 'signal'>

/** Does outside what somebody waits for at a form, all at once (sync-server/mail/accounts/SPEC MA11, MA16, MA20). */
export const mailErrands: Agent = {
  name: 'mail-errands',
  feature: 'mail',
  async run(ground: Ground) {
    const { mailErrands: ask, tellErrand, log, signal } = ground
    const checking: Checking = { passOf: (account) => tokens.passOf(account) }
    while (!signal.aborted) {
      const errands = await ask()
      for (const errand of errands)
        doErrand(errand, checking)
          .then(tellErrand)
          .catch((err) => log.warn({ err, kind: errand.kind }, 'an errand of mail is not told'))
      // A server that answers at once, with nothing, is not asked in a circle.
      if (errands.length === 0) await after(100, undefined, { signal }).catch(() => undefined)
    }
  },
}

async function doErrand(errand: ErrandAsked, checking: Checking): Promise<ErrandDone> {
  switch (errand.kind) {
    case 'account':
      return { id: errand.id, kind: 'account', answer: await checkAccount(errand.asked, checking) }
    case 'domain':
      return { id: errand.id, kind: 'domain', answer: await mailExchangers(errand.asked) }
    case 'code':
      return { id: errand.id, kind: 'code', answer: await exchangeCode(errand.asked) }
  }
}
