import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe calls serious or worse, by these rules or by all, once nothing moves or fades; each with its places. */
export async function serious(page: Page, rules?: string[]): Promise<string[]> {
  await stillness(page)
  // The page has no frames, and what is right is not told: both would take longer than the looking.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`,
    )
    .sort()
}

/** What is half faded in has other colours than it will have. */
function stillness(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const isEnding = (one: Animation) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
    const ending = () => document.getAnimations().filter((one) => isEnding(one) && one.playState === 'running')
    while (ending().length > 0) await Promise.allSettled(ending().map((one) => one.finished))
  })
}
