import { Show } from 'solid-js'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import type { useBinding } from '../../../records/letters/binding/use-binding.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './about.css'

interface AboutProps {
  readonly shown: ShownLetter
  readonly mayWrite: boolean
  readonly binding: ReturnType<typeof useBinding>
}

/** Whom a letter is about, and why it is said so; of one that is nobody's, what can be done about it. */
export function About(props: AboutProps) {
  const { t } = useWords()
  const letter = () => props.shown.letter
  const isStranger = () => letter().customer === null && letter().direction === 'in' && letter().automatic === null
  return (
    <>
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
          <Show when={letter().customer === null ? null : letter().boundBy}>
            {(by) => (
              <span class="dim">
                {t('mail.binding.why', { why: t(`mail.binding.${by() === 'order' ? 'byOrder' : by()}`) })}
              </span>
            )}
          </Show>
        </p>
      </Show>
      <Show when={props.mayWrite && isStranger()}>
        <div class="letter-about">
          <span class="dim">{t('mail.binding.stranger')}</span>
          <Button size="small" icon={props.binding.create().icon} onClick={() => props.binding.create().onSelect()}>
            {t('mail.binding.create')}
          </Button>
          <Button size="small" look="ghost" onClick={() => props.binding.bind().onSelect()}>
            {t('mail.binding.bind')}
          </Button>
        </div>
      </Show>
    </>
  )
}
