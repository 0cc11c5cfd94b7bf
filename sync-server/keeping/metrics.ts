import { Gauge, type Registry } from 'prom-client'
import type { Backups } from './nightly/backups.ts'

/** Puts what an operator watches about backups into the registry. */
export function keepingMetrics(registry: Registry, backups: Backups): void {
  gauge(registry, 'voronka_backup_age_seconds', 'Age of the last backup; NaN where there is none', () => backups.age())
  gauge(registry, 'voronka_backup_failed', 'Whether the last backup was not made', () => Number(backups.hasFailed))
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const made: Gauge = new Gauge({ name, help, registers: [registry], collect: () => made.set(read()) })
}
