import { Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { PlanDone } from '../parts/plan-done.tsx'
import { createPlanOfToday } from '../parts/plan-of-today.ts'
import { createTable, totalOf, viewOver } from '../reporting.ts'

/** How much of the posted plan that covers today is done; nothing where none does. The latest of several. */
export function PlanTile(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const { today } = props.around
  const plan = createPlanOfToday(today)
  const planned = () => plan()?.total ?? 0
  const sold = createTable(() => {
    const from = plan()?.from
    return from == null ? null : viewOver('sales', { from, to: today(), measures: ['sum'] })
  }, props.around)
  return (
    <Show when={planned() > 0 && plan()}>
      {(present) => (
        <PlanDone
          around={props.around}
          title={t('home.plan', { until: format.date(present().until ?? today()) })}
          to={`/plan-fact?plans=${present().id}`}
          span={{ from: present().from ?? today(), until: present().until ?? today() }}
          planned={planned()}
          sold={sold() && totalOf(sold())}
        />
      )}
    </Show>
  )
}
