import { Show } from 'solid-js'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import './about.css'

/** Whom a letter is about, and why it is said so. */
export function About(props: { readonly shown: ShownLetter; readonly mayWrite: boolean }) {
  const { t } = useWords()
  const letter = () => props.shown.letter
  return (
    <Show when={letter().customer ?? letter().order}>
      <p class="letter-about">
        <Show when={letter().customer}>
          {(id) => (
            <a class="link" href={`/customers/${id()}`}>
              {props.shown.customerName}
            </a>
          )}
        </Show>
        <Show when={props.shown.contactName}>{(name) => <span>{name()}</span>}</Show>
        <Show when={props.shown.orderSort && letter().order}>
          <a class="link" href={`/orders/${props.shown.orderSort}/${letter().order}`}>
            {props.shown.orderNumber ?? t('mail.binding.order')}
          </a>
        </Show>
        <Show when={letter().boundBy}>
          {(by) => (
            <span class="dim">
              {t('mail.binding.why', { why: t(`mail.binding.${by() === 'order' ? 'byOrder' : by()}`) })}
            </span>
          )}
        </Show>
      </p>
    </Show>
  )
}
