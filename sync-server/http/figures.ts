import { Counter, Gauge, type Registry } from 'prom-client'
import type { FailureCode } from '../../shared/errors.ts'
import type { Accounts } from '../accounts/accounts.ts'

/** What the interface counts of its refusals. */
export interface HttpFigures {
  readonly failed: (code: FailureCode) => void
}

/** Puts into the registry what was refused or failed, by code, and how many sessions there are. */
export function httpFigures(registry: Registry, accounts: Accounts): HttpFigures {
  const failures = new Counter({
    name: 'voronka_http_failures_total',
    help: 'Requests that were refused or failed, by code',
    labelNames: ['code'],
    registers: [registry],
  })
  const sessions: Gauge = new Gauge({
    name: 'voronka_sessions',
    help: 'Sessions that have not ended',
    registers: [registry],
    collect: async () => sessions.set(await sessionsOf(accounts)),
  })
  return { failed: (code) => failures.inc({ code }) }
}

function sessionsOf({ context }: Accounts): Promise<number> {
  const going = { field: 'expiresAt', value: new Date(), operator: 'gt' as const }
  return context.adapter.count({ model: 'session', where: [going] })
}
