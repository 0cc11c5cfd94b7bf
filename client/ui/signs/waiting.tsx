import { For } from 'solid-js'
import { useWords } from '../words/words.tsx'
import './waiting.css'

/** Stands in the place of text that is on its way. */
export function Skeleton(props: { readonly lines?: number | undefined }) {
  const { t } = useWords()
  return (
    <div class="skeleton-lines" role="status" aria-label={t('common.loading')}>
      <For each={Array.from({ length: props.lines ?? 3 })}>{() => <span class="skeleton" />}</For>
    </div>
  )
}
