import { For, Show } from 'solid-js'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'

/** What has to be known of the figures. */
export function Notices() {
  const { t } = useWords()
  const { answer, words } = usePlanFact()
  const others = () => answer()?.plans.filter(({ fits }) => !fits) ?? []
  const unknown = () => answer()?.ahead.unknown ?? 0
  const unrated = () => answer()?.unrated ?? 0
  return (
    <>
      <For each={others()}>
        {(plan) => <Banner look="warn">{t('planFact.otherAnalytics', { number: words.plan(plan) })}</Banner>}
      </For>
      <Show when={unrated() > 0}>
        <Banner look="warn">{t('reports.unrated', { n: unrated() })}</Banner>
      </Show>
      <Show when={unknown() > 0}>
        <Banner>{t('planFact.unknown', { n: unknown() })}</Banner>
      </Show>
    </>
  )
}
