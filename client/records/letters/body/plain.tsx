import { For, Match, Show, Switch } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { type LetterDial, linkOf } from './dialled.ts'
import { type Part, runsOf } from './runs.ts'

interface PlainTextProps {
  readonly text: string
  readonly dial: LetterDial
}

/** A plain letter: its lines, links that open apart, numbers that are dialled, what is quoted folded. */
export function PlainText(props: PlainTextProps) {
  const { t } = useWords()
  return (
    <div class="letter-plain">
      <For each={runsOf(props.text, props.dial.country())}>
        {(run) => (
          <Show when={run.isQuote} fallback={<Parts parts={run.parts} dial={props.dial} />}>
            <details class="letter-quote">
              <summary aria-label={t('mail.letter.quote')} title={t('mail.letter.quote')}>
                •••
              </summary>
              <Parts parts={run.parts} dial={props.dial} />
            </details>
          </Show>
        )}
      </For>
    </div>
  )
}

function Parts(props: { readonly parts: readonly Part[]; readonly dial: LetterDial }) {
  const { t } = useWords()
  return (
    <p>
      <For each={props.parts}>
        {(part) => (
          <Switch fallback={part.text}>
            <Match when={part.address}>
              {(address) => (
                <a class="link" href={address()} target="_blank" rel="noopener noreferrer">
                  {part.text}
                </a>
              )}
            </Match>
            <Match when={props.dial.isOffered() && part.phone}>
              {(phone) => (
                <a
                  class="link"
                  href={linkOf(phone())}
                  title={t('calling.dial.open')}
                  onClick={(event) => props.dial.click(event, linkOf(phone()))}
                >
                  {part.text}
                </a>
              )}
            </Match>
          </Switch>
        )}
      </For>
    </p>
  )
}
