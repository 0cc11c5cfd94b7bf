import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { Kbd } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { CallWindowProps } from './props.ts'

/** What can be done about a call: taken up, or put aside; once it is taken, its event and the card. */
export function WindowActs(props: CallWindowProps) {
  const { t } = useWords()
  const isOut = () => props.window.direction === 'out'
  const isTaken = () => props.window.taken !== null
  const aside = () => props.taking.putAside(props.window)
  return (
    <div class="call-acts">
      <Show
        when={isTaken() || isOut()}
        fallback={
          <Button look="primary" onClick={() => void props.taking.take(props.window)}>
            {t('calling.take')} <Kbd>F12</Kbd>
          </Button>
        }
      >
        <Later {...props} />
      </Show>
      <Button look="ghost" onClick={aside}>
        {t(isTaken() || isOut() ? 'calling.hide' : 'calling.aside')}
      </Button>
    </div>
  )
}

/** Once it is worked with. */
function Later(props: CallWindowProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const known = () => props.window.callers[0]
  const isFailed = () => props.window.direction === 'out' && props.window.state === 'failed'
  return (
    <>
      <Show when={isFailed() && props.window.phone}>
        {(phone) => (
          <Button onClick={() => void props.taking.redial(props.window, phone().id)}>{t('calling.redial')}</Button>
        )}
      </Show>
      <Show when={known() || props.window.direction === 'out'}>
        <Button look="primary" onClick={() => void props.taking.openEvent(props.window, known())}>
          {t('calling.event')}
        </Button>
      </Show>
      <Show when={known()}>
        {(caller) => <Button onClick={() => navigate(`/customers/${caller().id}`)}>{t('calling.card')}</Button>}
      </Show>
    </>
  )
}
