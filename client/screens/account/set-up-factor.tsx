import KeyRound from 'lucide-solid/icons/key-round'
import Smartphone from 'lucide-solid/icons/smartphone'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { passkeysLack } from '../../data/page/account/passkeys.ts'
import { AddPasskey } from '../../records/factors/add-passkey.tsx'
import { TurnOnCode } from '../../records/factors/turn-on-code.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { LinkButton } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Gate } from './gate.tsx'

interface SetUpFactorProps {
  /** By when it must be done, ms. */
  readonly due: number
  readonly onDone: () => void
  /** Goes on to work without; undefined where the time is over. */
  readonly onLater: (() => void) | undefined
  readonly onLeave: () => void
}

/** The company asks for a second factor, and this account has none: it is set up here, before work goes on. */
export function SetUpFactor(props: SetUpFactorProps) {
  const { t, format } = useWords()
  const [way, setWay] = createSignal<'code' | 'passkey' | null>(null)
  const text = () => {
    const why = t('account.factor.text')
    return props.onLater ? `${why} ${t('account.factor.until', { when: format.day(props.due) })}` : why
  }
  return (
    <Gate
      title={t('account.factor.title')}
      text={way() === null ? text() : undefined}
      footer={<LinkButton onClick={() => props.onLeave()}>{t('account.factor.leave')}</LinkButton>}
    >
      <Switch>
        <Match when={way() === null}>
          <Ways onChoose={setWay} onLater={props.onLater} />
        </Match>
        <Match when={way() === 'code'}>
          <TurnOnCode onDone={props.onDone} />
        </Match>
        <Match when={way() === 'passkey'}>
          <AddPasskey onAdded={props.onDone} />
        </Match>
      </Switch>
      <Show when={way()}>
        <LinkButton onClick={() => setWay(null)}>{t('account.factor.other')}</LinkButton>
      </Show>
    </Gate>
  )
}

interface WaysProps {
  readonly onChoose: (way: 'code' | 'passkey') => void
  readonly onLater: (() => void) | undefined
}

/** The ways that there are on this device. */
function Ways(props: WaysProps) {
  const { t } = useWords()
  return (
    <div class="gate-ways">
      <Button look="primary" icon={Smartphone} onClick={() => props.onChoose('code')}>
        {t('account.factor.code')}
      </Button>
      <Show when={passkeysLack() === null}>
        <Button icon={KeyRound} onClick={() => props.onChoose('passkey')}>
          {t('account.factor.passkey')}
        </Button>
      </Show>
      <Show when={props.onLater}>
        {(later) => (
          <Button look="ghost" onClick={() => later()()}>
            {t('account.factor.later')}
          </Button>
        )}
      </Show>
    </div>
  )
}
