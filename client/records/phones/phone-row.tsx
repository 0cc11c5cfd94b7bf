import { Show } from 'solid-js'
import type { PhoneView } from '../../../shared/calls/phones.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'

interface PhoneRowProps {
  readonly phone: PhoneView
  /** Whose it is, where that is to be said. */
  readonly person?: string | undefined
  /** The server answers: it can be changed. */
  readonly isAtHand: boolean
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** A phone or a line: by what it is connected, what it does, when it was heard of. */
export function PhoneRow(props: PhoneRowProps) {
  const { t } = useWords()
  const phone = () => props.phone
  const trouble = () => {
    const { standing, isOff } = phone()
    return isOff || standing === null || standing === 'connected' ? null : standing
  }
  return (
    <li class="phone-row">
      <h3>
        {phone().name}
        <Show when={phone().isOff}>
          <StateChip name={t('phones.off')} hue={null} />
        </Show>
        <Show when={phone().isLocked}>
          <StateChip name={t('phones.locked')} hue={25} />
        </Show>
        <Show when={trouble()}>{(one) => <StateChip name={t(`phones.troubles.${one()}.name`)} hue={25} />}</Show>
      </h3>
      <div class="phone-acts">
        <Button
          size="small"
          disabled={!props.isAtHand}
          aria-label={t('phones.changeOf', { name: phone().name })}
          onClick={() => props.onChange()}
        >
          {t('phones.change')}
        </Button>
        <Button
          size="small"
          look="risk"
          disabled={!props.isAtHand}
          aria-label={t('phones.removeOf', { name: phone().name })}
          onClick={() => props.onRemove()}
        >
          {t('phones.remove')}
        </Button>
      </div>
      <About phone={phone()} person={props.person} />
      <Show when={phone().isLocked}>
        <Banner look="warn">{t(phone().owner === null ? 'phones.lockedLine' : 'phones.lockedPhone')}</Banner>
      </Show>
      <Show when={trouble()}>{(one) => <Banner look="warn">{t(`phones.troubles.${one()}.text`)}</Banner>}</Show>
    </li>
  )
}

function About(props: Pick<PhoneRowProps, 'phone' | 'person'>) {
  const { t, format } = useWords()
  const seen = () => {
    const { way, seen: at, standing } = props.phone
    // The server hears of Asterisk by the bridge alone.
    if (way === 'asterisk') return standing === 'connected' ? t('phones.connected') : null
    return at === null ? t('phones.neverSeen') : t('phones.seen', { when: format.when(at) })
  }
  const parts = () => {
    const { way, number, dials, texts, owner } = props.phone
    return [
      ...[props.person, t(choiceLabel('phones', 'way', way)), number],
      ...[dials && t('phones.dials'), owner !== null && texts && t('phones.texts'), seen()],
    ].filter(Boolean)
  }
  return <p class="phone-about dim">{parts().join(' · ')}</p>
}
