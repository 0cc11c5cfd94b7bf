import { setTimeout as after } from 'node:timers/promises'
import type { CheckAsked } from '../../../shared/letters/check.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { AccessTokens } from '../oauth/access-tokens.ts'
import { type Checking, checkAccount } from './check-account.ts'

type Ground = Pick<AgentGround, 'mailChecks' | 'tellCheck' | 'log' | 'signal'>

/** Tries accounts of mail as people set them up, all at once (sync-server/mail/accounts/SPEC MA11). */
export const mailChecks: Agent = {
  name: 'mail-checks',
  async run(ground: Ground) {
    const { mailChecks: ask, log, signal } = ground
    const tokens = new AccessTokens()
    const checking: Checking = { passOf: (account) => tokens.passOf(account) }
    while (!signal.aborted) {
      const checks = await ask()
      for (const check of checks)
        makeCheck(check, checking, ground).catch((err) => log.warn({ err }, 'a check of mail is not told'))
      // A server that answers at once, with nothing, is not asked in a circle.
      if (checks.length === 0) await after(100, undefined, { signal }).catch(() => undefined)
    }
  },
}

async function makeCheck({ id, account }: CheckAsked, checking: Checking, { tellCheck }: Ground): Promise<void> {
  await tellCheck({ id, answer: await checkAccount(account, checking) })
}
