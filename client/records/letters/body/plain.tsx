import { For, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { type Part, runsOf } from './runs.ts'

/** A plain letter: its lines, links that open apart, what is quoted folded. */
export function PlainText(props: { readonly text: string }) {
  const { t } = useWords()
  return (
    <div class="letter-plain">
      <For each={runsOf(props.text)}>
        {(run) => (
          <Show when={run.isQuote} fallback={<Parts parts={run.parts} />}>
            <details class="letter-quote">
              <summary aria-label={t('mail.letter.quote')} title={t('mail.letter.quote')}>
                •••
              </summary>
              <Parts parts={run.parts} />
            </details>
          </Show>
        )}
      </For>
    </div>
  )
}

function Parts(props: { readonly parts: readonly Part[] }) {
  return (
    <p>
      <For each={props.parts}>
        {(part) => (
          <Show when={part.address} fallback={part.text}>
            {(address) => (
              <a class="link" href={address()} target="_blank" rel="noopener noreferrer">
                {part.text}
              </a>
            )}
          </Show>
        )}
      </For>
    </p>
  )
}
