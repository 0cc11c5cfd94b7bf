import { rules } from '../../shared/rules/collections.ts'
import { criteriaOf, segmentsIn } from '../../shared/rules/criteria/criteria.ts'
import type { Ground } from './ground.ts'

/** Resolves when it is known who is in segments, where criteria of some rule that is on name one. */
export async function segmentsReady({ replica, segments }: Pick<Ground, 'replica' | 'segments'>): Promise<void> {
  const isAsked = [...replica.rows(rules)].some(
    (rule) => rule.on && !rule.gone && segmentsIn(criteriaOf(rule) ?? []).length > 0,
  )
  if (isAsked) await segments.ready()
}
