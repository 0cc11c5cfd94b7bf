import { counterpartiesAgent } from './counterparties/agent.ts'
import { errands } from './errands/agent.ts'
import { mail } from './mail/agent.ts'
import { binder } from './mail/binding/binder.ts'
import { sentCopies } from './mail/sent/agent.ts'
import { mailer } from './mailings/agent.ts'
import { reports } from './reports/agent.ts'
import type { Agent } from './runtime/agent.ts'
import { sender } from './sending/sender/sender.ts'
import { site } from './site/agent.ts'
import { shopExchange } from './site/exchange/exchange.ts'
import { telephony } from './telephony/agent.ts'
import { workflow } from './workflow/agent.ts'

/** All agents. */
export const AGENTS: readonly Agent[] = [
  workflow,
  sender,
  mail,
  binder,
  sentCopies,
  reports,
  errands,
  telephony,
  site,
  shopExchange,
  counterpartiesAgent,
  mailer,
]
