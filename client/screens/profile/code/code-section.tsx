import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../../../data/page/api.ts'
import { ProofForm } from '../../../records/factors/proof-form.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import { TurnOnDialog } from './turn-on-dialog.tsx'

interface CodeSectionProps {
  /** How many backup codes are left; null while it is off. */
  readonly codes: number | null
  readonly onChanged: () => void
}

/** «Вход с кодом»: the second factor, on and off, and its backup codes. */
export function CodeSection(props: CodeSectionProps) {
  const { t } = useWords()
  const [asked, setAsked] = createSignal<'on' | 'off' | 'renew' | null>(null)
  const close = () => {
    setAsked(null)
    props.onChanged()
  }
  return (
    <Section title={t('profile.code.title')}>
      <Show
        when={props.codes !== null}
        fallback={
          <>
            <p class="dim">{t('profile.code.off')}</p>
            <div class="profile-acts">
              <Button onClick={() => setAsked('on')}>{t('profile.code.turnOn')}</Button>
            </div>
          </>
        }
      >
        <p>
          {t('profile.code.on')} {t('profile.code.left', { n: props.codes ?? 0 })}
        </p>
        <div class="profile-acts">
          <Button onClick={() => setAsked('renew')}>{t('profile.code.renew')}</Button>
          <Button look="risk" onClick={() => setAsked('off')}>
            {t('profile.code.turnOff')}
          </Button>
        </div>
      </Show>
      <Switch>
        <Match when={asked() === 'on'}>
          <TurnOnDialog onClose={close} />
        </Match>
        <Match when={asked() === 'off'}>
          <TurnOffDialog onClose={close} />
        </Match>
        <Match when={asked() === 'renew'}>
          <RenewDialog onClose={close} />
        </Match>
      </Switch>
    </Section>
  )
}

function TurnOffDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const toasts = useToasts()
  const turnOff = async (password: string) => {
    await api('POST', '/api/second-factor/off', { password })
    toasts.show({ text: t('profile.code.turnedOff') })
    props.onClose()
  }
  return (
    <Dialog open title={t('profile.code.turnOffTitle')} onClose={props.onClose}>
      <ProofForm submit={t('profile.code.turnOff')} onProven={turnOff} />
    </Dialog>
  )
}
