import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { scenarios } from '../../../../shared/plans/collections.ts'
import { MOST_PLANS } from '../../../../shared/plans/fact/scale.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import { EXPERIENCES, MODES } from '../view/view.ts'

/** Which plans are looked at, and how. */
export function Bar() {
  const { t } = useWords()
  const { view, change, words } = usePlanFact()
  return (
    <div class="plan-fact-bar">
      <Plans />
      <Segmented
        label={t('planFact.measure')}
        bare
        value={view().measure}
        options={words.measures.map((value) => ({ value, label: t(`planFact.measures.${value}`) }))}
        onCommit={(measure) => change({ measure })}
      />
      <Segmented
        label={t('planFact.mode')}
        bare
        value={view().mode}
        options={MODES.map((value) => ({ value, label: t(`planFact.modes.${value}`) }))}
        onCommit={(mode) => change({ mode })}
      />
      <Select
        label={t('planFact.months')}
        bare
        value={String(view().months)}
        options={EXPERIENCES.map((n) => ({
          value: String(n),
          label: `${t('planFact.months')} ${t('planFact.monthsOf', { n })}`,
        }))}
        onCommit={(months) => change({ months: Number(months) })}
      />
    </div>
  )
}

/** A choice for each plan that is looked at, and one to add another. */
function Plans() {
  const { t } = useWords()
  const { view, change } = usePlanFact()
  const options = createPlanOptions()
  const put = (at: number, id: string | null) => {
    const chosen = view().plans.toSpliced(at, 1, ...(id === null ? [] : [id]))
    change({ plans: [...new Set(chosen)] })
  }
  return (
    <>
      <For each={view().plans}>
        {(id, at) => (
          <span class="plan-pick">
            <Select
              label={t('planFact.choosePlan')}
              bare
              value={id}
              options={options()}
              onCommit={(next) => put(at(), next)}
            />
            <Show when={view().plans.length > 1}>
              <IconButton
                icon={X}
                look="ghost"
                label={t('planFact.dropPlan', { number: at() + 1 })}
                onClick={() => put(at(), null)}
              />
            </Show>
          </span>
        )}
      </For>
      <Show when={view().plans.length < MOST_PLANS}>
        <Select
          label={t(view().plans.length === 0 ? 'planFact.noPlan' : 'planFact.addPlan')}
          placeholder={t(view().plans.length === 0 ? 'planFact.noPlan' : 'planFact.addPlan')}
          bare
          value={null}
          options={options().filter(({ value }) => !view().plans.includes(value))}
          onCommit={(id) => put(view().plans.length, id)}
        />
      </Show>
    </>
  )
}

/** All plans, the latest first. */
function createPlanOptions() {
  const { t } = useWords()
  const { plans, words } = usePlanFact()
  const every = createEvery(scenarios)
  return () => {
    const names = new Map(every().map(({ id, name }) => [id, name]))
    return (plans() ?? [])
      .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))
      .map((plan) => {
        const number = plan.number ?? plan.draft
        const name = words.plan({ number, scenario: names.get(plan.scenario ?? '') ?? null })
        return { value: plan.id, label: t('planFact.days', { plan: name, days: words.days(plan) }) }
      })
  }
}
