import { For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { useMayRead } from '../../../records/rights.ts'
import { createBecauseWords } from '../../../records/segments/because.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** The segments that the customer is in now, each with why; the word that stands in «Сегмент» by hand is another thing. */
export function InSegments() {
  const mayRead = useMayRead('segments')
  return (
    <Show when={mayRead && hasFeature('segments')}>
      <Told />
    </Show>
  )
}

function Told() {
  const { t } = useWords()
  const card = useCard()
  const because = createBecauseWords()
  const answer = createQuery(() => {
    const customer = card.row()?.id
    return customer === undefined ? null : ({ what: 'segmentsOf', customer } as const)
  })
  return (
    <Show when={answer()?.segments.length}>
      <p class="in-segments">
        <span class="dim">{t('segments.card.title')}:</span>
        <For each={answer()?.segments}>
          {(segment) => (
            <span class="in-segment" title={because(segment.because)}>
              <Link href={`/segments/${segment.id}`}>{segment.name ?? t('common.nameless')}</Link>
            </span>
          )}
        </For>
      </p>
    </Show>
  )
}
