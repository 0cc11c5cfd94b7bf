import { createUniqueId, Show } from 'solid-js'
import type { Progress } from '../../../shared/under-way.ts'
import { Button } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import './progress-bar.css'

export interface ProgressBarProps {
  /** What is being done: «Готовится файл». */
  readonly label: string
  readonly progress: Progress
  /** With it, the work can be stopped here. */
  readonly onStop?: (() => void) | undefined
}

/** How far a long work has come: in words, and as a bar. Screen readers are told once what is done, and find the rest at the bar. */
export function ProgressBar(props: ProgressBarProps) {
  const { t } = useWords()
  const id = createUniqueId()
  const words = () => t('common.progress', { done: props.progress.done, total: props.progress.total })
  return (
    <div class="progress">
      <div class="progress-head">
        <span id={id} role="status">
          {props.progress.way === 'back' ? t('common.takingBack') : props.label}
        </span>
        <span class="progress-words" aria-hidden="true">
          {words()}
        </span>
      </div>
      <div class="progress-row">
        <progress
          aria-labelledby={id}
          aria-valuetext={words()}
          value={props.progress.done}
          max={props.progress.total}
        />
        <Show when={props.onStop}>
          <Button size="small" onClick={() => props.onStop?.()}>
            {t('common.stop')}
          </Button>
        </Show>
      </div>
    </div>
  )
}
