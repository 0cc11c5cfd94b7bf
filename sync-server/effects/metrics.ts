import { Counter, Gauge, type Registry } from 'prom-client'
import type { EffectAct, EffectResult } from '../../shared/effects/ledger.ts'
import type { EffectStore, EffectsStanding } from '../storage/effects/store.ts'

/** What the ledger counts of its acts. */
export interface LedgerFigures {
  acted(act: EffectAct['act'], is: EffectResult['is']): void
}

/** What is told of the effects that stand in one way. */
const FIGURES: readonly (readonly [name: string, help: string, figure: (standing: EffectsStanding) => number])[] = [
  ['voronka_effects', 'Effects in the ledger, by state', ({ count }) => count],
  [
    'voronka_effects_oldest_seconds',
    'For how long the first of the effects that stand so has, by state',
    ({ oldest }) => Math.max(0, Date.now() - oldest) / 1000,
  ],
]

/** Puts into the registry what agents asked of the ledger and were answered, how its effects stand, and since when. */
export function ledgerMetrics(registry: Registry, effects: Pick<EffectStore, 'standing'>): LedgerFigures {
  for (const [name, help, figure] of FIGURES) {
    const gauge: Gauge<'state'> = new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [registry],
      collect: async () => {
        const standing = await effects.standing()
        gauge.reset()
        for (const one of standing) gauge.set({ state: one.state }, figure(one))
      },
    })
  }
  const acts = new Counter({
    name: 'voronka_effect_acts_total',
    help: 'Acts of agents on the ledger of effects, by act and by what was answered',
    labelNames: ['act', 'is'],
    registers: [registry],
  })
  return { acted: (act, is) => acts.inc({ act, is }) }
}
