import type { PhoneRequest } from '../../../../shared/calls/protocol.ts'
import { spacedNumber } from '../../../../shared/phones/phone.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface RequestCardProps {
  readonly request: PhoneRequest
  /** The phone has it now. */
  readonly onDone: () => void
  readonly onRefuse: () => void
}

/** What somebody at a desk wants this phone to do; the phone's own program does it. */
export function RequestCard(props: RequestCardProps) {
  const { t } = useWords()
  const shown = () => spacedNumber(props.request.number)
  return (
    <section class="phone-request" aria-live="assertive">
      <h3>{shown()}</h3>
      {props.request.what === 'text' ? <p class="phone-request-text">{props.request.text}</p> : null}
      <div class="phone-request-acts">
        <a class="button primary" href={addressOf(props.request)} onClick={() => props.onDone()}>
          {t(props.request.what === 'dial' ? 'myPhone.dial' : 'myPhone.text')}
        </a>
        <Button onClick={() => props.onRefuse()}>{t('myPhone.refuse')}</Button>
      </div>
    </section>
  )
}

function addressOf(request: PhoneRequest): string {
  if (request.what === 'dial') return `tel:${request.number}`
  return `sms:${request.number}?body=${encodeURIComponent(request.text)}`
}
