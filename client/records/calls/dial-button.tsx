import Phone from 'lucide-solid/icons/phone'
import { createContext, Show, useContext } from 'solid-js'
import { hasFeature } from '../../../shared/features/known.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useMayWrite } from '../rights.ts'
import { createDialPlace } from './dial-place.tsx'
import type { DialStart } from './dialling.ts'
import { createIsPhone, dialLink } from './own-dialler.ts'

/** Whose the numbers inside of a card are. */
const WhomContext = createContext<() => Omit<DialStart, 'number'>>()
export const WhomProvider = WhomContext.Provider

/** «Набрать номер» beside a number; on a phone its own program dials. */
export function DialButton(props: { readonly number: string }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('calls')
  const isPhone = createIsPhone()
  const whom = useContext(WhomContext)
  const { open, Place } = createDialPlace()
  const label = () => t('calling.dial.to', { number: props.number })
  return (
    <Show when={mayWrite && hasFeature('telephony')}>
      <Show
        when={isPhone()}
        fallback={
          <IconButton
            class="stays"
            icon={Phone}
            label={label()}
            onClick={() => open({ ...whom?.(), number: props.number })}
          />
        }
      >
        <a class="icon-button ghost stays" href={dialLink(props.number)} aria-label={label()} title={label()}>
          <Phone class="icon" aria-hidden="true" />
        </a>
      </Show>
      <Place />
    </Show>
  )
}

/** The same with its words, for whom the number is still to be chosen. */
export function DialAct(props: DialStart) {
  const { t } = useWords()
  const mayWrite = useMayWrite('calls')
  const { open, Place } = createDialPlace()
  return (
    <Show when={mayWrite && hasFeature('telephony')}>
      <Button icon={Phone} onClick={() => open({ ...props })}>
        {t('calling.dial.open')}
      </Button>
      <Place />
    </Show>
  )
}
