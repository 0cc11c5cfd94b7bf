import { createSignal, Match, Switch } from 'solid-js'
import type { SecondFactorStart } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { createChecked } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { CopyField } from '../../ui/inputs/typed/copy-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { Qr } from '../../ui/signs/qr.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { ProofForm } from './proof-form.tsx'

interface TurnOnCodeProps {
  /** It is on; the backup codes are still to be kept. */
  readonly onOn?: () => void
  readonly onDone: () => void
}

/** Switching the second factor on: the password, the picture for the phone and its first code, the backup codes. */
export function TurnOnCode(props: TurnOnCodeProps) {
  const [start, setStart] = createSignal<SecondFactorStart>()
  const [isOn, setOn] = createSignal(false)
  const begin = async (password: string) =>
    setStart(await api<SecondFactorStart>('POST', '/api/second-factor', { password }))
  const turnOn = () => {
    setOn(true)
    props.onOn?.()
  }
  return (
    <Switch fallback={<ProofForm onProven={begin} />}>
      <Match when={isOn() && start()}>
        {(given) => <BackupCodes codes={given().backupCodes} onKept={props.onDone} />}
      </Match>
      <Match when={start()}>{(given) => <Scan uri={given().uri} onOn={turnOn} />}</Match>
    </Switch>
  )
}

function Scan(props: { readonly uri: string; readonly onOn: () => void }) {
  const { t } = useWords()
  const [code, setCode] = createSignal('')
  const checked = createChecked(
    { code: () => (/^\d{6}$/.test(code().replaceAll(' ', '')) ? undefined : t('profile.code.sixDigits')) },
    { 'code-wrong': 'code' },
  )
  const confirm = async () => {
    await api('POST', '/api/second-factor/confirm', { code: code() })
    props.onOn()
  }
  return (
    <SentForm submit={t('profile.code.confirm')} checked={checked} onSubmit={confirm}>
      <div class="code-picture">
        <p>{t('profile.code.scan')}</p>
        <Qr text={props.uri} label={t('profile.code.picture')} />
      </div>
      <CopyField label={t('profile.code.secret')} value={secretOf(props.uri)} isWhole />
      <TextField
        label={t('profile.code.code')}
        autocomplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        error={checked.errorOf('code')}
        value={code() || null}
        onCommit={(text) => setCode(text ?? '')}
      />
    </SentForm>
  )
}

/** The secret as people type it, in groups of four. */
function secretOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
