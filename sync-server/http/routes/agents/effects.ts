import * as v from 'valibot'
import { EFFECT_LIMITS, EFFECT_MODES, type EffectActs, type EffectResults } from '../../../../shared/effects/ledger.ts'
import { checkAgent } from '../../guard/caller.ts'
import { bodyOf, line, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'

const key = line(EFFECT_LIMITS.key)
const token = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const lease = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(EFFECT_LIMITS.lease))
const act = v.variant('act', [
  v.object({
    act: v.literal('claim'),
    key,
    holder: line(EFFECT_LIMITS.holder),
    lease,
    mode: v.picklist(EFFECT_MODES),
    nonce: v.exactOptional(line(EFFECT_LIMITS.nonce)),
    run: v.exactOptional(line(EFFECT_LIMITS.nonce)),
  }),
  v.object({ act: v.literal('renew'), key, token, lease }),
  v.object({ act: v.literal('release'), key, token }),
  v.object({
    act: v.literal('settle'),
    key,
    token,
    outcome: v.exactOptional(v.pipe(v.string(), v.maxLength(EFFECT_LIMITS.outcome))),
  }),
])
const asked = v.object({
  acts: v.pipe(v.array(act), v.minLength(1), v.maxLength(EFFECT_LIMITS.acts)),
}) satisfies Takes<EffectActs>

/** What agents do but once (effects/SPEC LG6 to LG12). */
export function effectRoutes(app: App, room: Room): void {
  app.post('/api/agent/effects', async (c) => {
    checkAgent(room, c)
    const { acts } = await bodyOf(c, asked)
    return c.json({ results: await room.ledger.act(acts) } satisfies EffectResults)
  })
}
