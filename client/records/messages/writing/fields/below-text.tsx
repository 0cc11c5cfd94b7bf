import { Show } from 'solid-js'
import { readQuote } from '../../../../../shared/letters/answering/quote.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { Fold } from '../../../../ui/layout/fold.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { createMessage } from '../create-message.ts'

interface BelowTextProps {
  readonly message: ReturnType<typeof createMessage>
  readonly readOnly?: boolean
}

/** What goes below the text: the signature of the account, and the words that are quoted. */
export function BelowText(props: BelowTextProps) {
  const { t } = useWords()
  const quote = () => {
    const kept = props.message.typed().quote
    return kept ? readQuote(kept) : null
  }
  return (
    <>
      <Show when={props.message.account()?.signature}>
        {(signature) => <p class="write-signature dim">{signature()}</p>}
      </Show>
      <Show when={quote()}>
        {(quoted) => (
          <Fold title={t(fieldLabel('messages', 'quote'))} summary={quoted().head.split('\n')[0] ?? ''}>
            <blockquote class="write-quote">
              {quoted().head}
              {'\n\n'}
              {quoted().words}
            </blockquote>
            <Show when={!props.readOnly}>
              <Button size="small" onClick={() => props.message.put({ quote: null })}>
                {t('messages.write.noQuote')}
              </Button>
            </Show>
          </Fold>
        )}
      </Show>
    </>
  )
}
