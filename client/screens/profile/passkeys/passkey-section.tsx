import KeyRound from 'lucide-solid/icons/key-round'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, Show } from 'solid-js'
import type { PasskeyPatch, PasskeyView } from '../../../../shared/accounts/api.ts'
import { passkeysLack } from '../../../data/page/account/passkeys.ts'
import { api } from '../../../data/page/api.ts'
import { Button, IconButton, IconOf } from '../../../ui/actions/button.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { AddPasskeyDialog } from './add-passkey-dialog.tsx'
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx'
import './passkeys.css'

interface PasskeySectionProps {
  readonly passkeys: readonly PasskeyView[]
  readonly onChanged: () => void
}

/** «Ключи входа»: which there are, naming and removing them, adding one on this device. */
export function PasskeySection(props: PasskeySectionProps) {
  const { t } = useWords()
  const [isAdding, setAdding] = createSignal(false)
  const [removing, setRemoving] = createSignal<PasskeyView>()
  const rename = async ({ id }: PasskeyView, name: string) => {
    await api('PATCH', `/api/passkeys/${id}`, { name } satisfies PasskeyPatch)
    props.onChanged()
  }
  return (
    <Section title={t('profile.passkeys.title')}>
      <p class="dim">{t('profile.passkeys.text')}</p>
      <ul class="passkeys">
        <For each={props.passkeys}>
          {(passkey) => (
            <Row passkey={passkey} onRename={(name) => rename(passkey, name)} onRemove={() => setRemoving(passkey)} />
          )}
        </For>
      </ul>
      <Add onAdd={() => setAdding(true)} />
      <Show when={isAdding()}>
        <AddPasskeyDialog onAdded={props.onChanged} onClose={() => setAdding(false)} />
      </Show>
      <Show when={removing()}>
        {(passkey) => (
          <RemovePasskeyDialog passkey={passkey()} onRemoved={props.onChanged} onClose={() => setRemoving(undefined)} />
        )}
      </Show>
    </Section>
  )
}

/** The act, or why there is none here. */
function Add(props: { readonly onAdd: () => void }) {
  const { t } = useWords()
  const lack = passkeysLack()
  const reason = () => t(lack === 'address' ? 'profile.passkeys.lackAddress' : 'profile.passkeys.lackBrowser')
  return (
    <Show when={lack === null} fallback={<p class="dim">{reason()}</p>}>
      <div class="profile-acts">
        <Button onClick={() => props.onAdd()}>{t('profile.passkeys.add')}</Button>
      </div>
    </Show>
  )
}

interface RowProps {
  readonly passkey: PasskeyView
  readonly onRename: (name: string) => Promise<void>
  readonly onRemove: () => void
}

function Row(props: RowProps) {
  const { t, format } = useWords()
  return (
    <li>
      <IconOf icon={KeyRound} />
      <TextField
        bare
        required
        label={t('profile.passkeys.name')}
        maxLength={60}
        value={props.passkey.name}
        onCommit={(name) => props.onRename(name ?? '')}
      />
      <span class="dim">{t('profile.passkeys.made', { when: format.day(props.passkey.made) })}</span>
      <IconButton
        icon={Trash}
        label={t('profile.passkeys.remove', { name: props.passkey.name })}
        onClick={() => props.onRemove()}
      />
    </li>
  )
}
