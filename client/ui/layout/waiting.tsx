import { createUniqueId, For, Show } from 'solid-js'
import { Button } from '../actions/button.tsx'
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

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** With it, the work can be stopped. */
  readonly onCancel?: (() => void) | undefined
}

/** How far a long work has come. */
export function ProgressBar(props: ProgressBarProps) {
  const { t } = useWords()
  const id = createUniqueId()
  return (
    <div class="progress">
      <div class="progress-head">
        <span id={id}>{props.label}</span>
        <span class="dim">{t('common.progress', { done: props.value, total: props.max })}</span>
      </div>
      <div class="progress-row">
        <progress aria-labelledby={id} value={props.value} max={props.max} />
        <Show when={props.onCancel}>
          <Button size="small" onClick={() => props.onCancel?.()}>
            {t('common.cancel')}
          </Button>
        </Show>
      </div>
    </div>
  )
}
