import { Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** Which mode, period's basis and moment are on, and how the figures are to be read. `wholeWay`: groups show theirs. */
export function Notes(props: { readonly wholeWay: boolean }) {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const moment = () => {
    if (!funnel.isMomentNow()) return t('funnel.notes.end', { when: format.date(funnel.days().to ?? '') })
    return t(funnel.view().moment === 'end' ? 'funnel.notes.running' : 'funnel.notes.now')
  }
  const basis = () => {
    const { basis, mode } = funnel.view()
    return t(basis === 'move' && mode === 'visited' ? 'funnel.notes.moveVisited' : `funnel.notes.${basis}`)
  }
  const sentences = () => [
    t(`funnel.notes.${funnel.view().mode}`),
    basis(),
    moment(),
    ...(props.wholeWay ? [t('funnel.notes.whole')] : []),
    t('funnel.notes.open'),
  ]
  const unrated = () => funnel.answer()?.unrated ?? 0
  return (
    <>
      <Show when={unrated() > 0}>
        <p class="funnel-notes lacking" role="status">
          {t('funnel.notes.unrated', { n: unrated() })}
        </p>
      </Show>
      <p class="funnel-notes">{sentences().join(' ')}</p>
    </>
  )
}
