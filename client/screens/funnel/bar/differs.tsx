import X from 'lucide-solid/icons/x'
import { createMemo, Index, Show } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { differencesOf, NO_DIFFERENCES } from '../view/differences.ts'
import { useDifferenceWords } from './use-difference-words.ts'

/** What differs from the first view, each to be taken off by a press. */
export function Differs() {
  const { t } = useWords()
  const funnel = useFunnel()
  const words = useDifferenceWords()
  const differences = createMemo(() => differencesOf(funnel.view()))
  return (
    <Show when={differences().length > 0}>
      <div class="differs">
        <Index each={differences()}>
          {(difference) => (
            <button
              type="button"
              class="differs-one"
              aria-label={t('funnel.differs.takeOff', { what: words(difference()) })}
              onClick={() => funnel.change(difference().off)}
            >
              <span class="pill">
                <span class="cut">{words(difference())}</span>
                <X class="icon" aria-hidden="true" />
              </span>
            </button>
          )}
        </Index>
        <Show when={differences().length > 1}>
          <Button look="ghost" size="small" onClick={() => funnel.change(NO_DIFFERENCES)}>
            {t('funnel.reset')}
          </Button>
        </Show>
      </div>
    </Show>
  )
}
