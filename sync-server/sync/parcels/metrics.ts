import { Counter, Gauge, type Registry } from 'prom-client'
import type { Ahead } from './ahead.ts'
import type { Parcels } from './parcels.ts'

/** Puts into the registry how many parcels were made, and how many are to be (SPEC J38). */
export function parcelMetrics(registry: Registry, parcels: Pick<Parcels, 'made'>, ahead: Pick<Ahead, 'lacking'>): void {
  const made: Counter = new Counter({
    name: 'voronka_parcels_made_total',
    help: 'Whole quarters made for new devices',
    registers: [registry],
    collect: () => {
      made.reset()
      made.inc(parcels.made)
    },
  })
  const lacking: Gauge = new Gauge({
    name: 'voronka_parcels_lacking',
    help: 'Quiet quarters that are not made yet; NaN before the first look',
    registers: [registry],
    collect: () => lacking.set(ahead.lacking),
  })
}
