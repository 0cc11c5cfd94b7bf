import { For, Show } from 'solid-js'
import { LONGEST_SIGNATURE } from '../../../../shared/letters/accounts.ts'
import type { CheckedFolder } from '../../../../shared/letters/check.ts'
import { LARGEST_LETTER_MB } from '../../../../shared/messages/sending.ts'
import { dayAt, startOfDay } from '../../../../shared/time/days.ts'
import type { Checked } from '../../../ui/forms/checks.ts'
import { MultiSelect } from '../../../ui/inputs/choice/multi-select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextArea } from '../../../ui/inputs/typed/text-area.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { OAuthFieldsProps } from '../consent/oauth-fields.tsx'
import type { AccountDraft } from './account-draft.ts'
import { PassFields } from './pass-fields.tsx'
import { ServerFields } from './server-fields.tsx'

export type WrongInAccount = 'address' | 'receiveHost' | 'sendHost'

interface PartProps {
  readonly draft: AccountDraft
  readonly checked: Checked<WrongInAccount>
  readonly put: (values: Partial<AccountDraft>) => unknown
}

/** Whose mail it is, and how one signs in; what its service wants first. */
export function SignInFields(
  props: PartProps & OAuthFieldsProps & { readonly putAddress: (address: string) => unknown },
) {
  const { t } = useWords()
  const text = (field: 'name' | 'fromName' | 'user') => ({
    get value() {
      return props.draft[field] || null
    },
    onCommit: (typed: string | null) => props.put({ [field]: typed ?? '' }),
  })
  return (
    <div class="mail-fields">
      <TextField
        label={t('mailAccounts.address')}
        type="email"
        required
        error={props.checked.errorOf('address')}
        value={props.draft.address || null}
        onCommit={(address) => props.putAddress(address ?? '')}
      />
      <PassFields {...props} />
      <For each={props.draft.guess?.hints}>{(hint) => <p class="dim">{t(`mailAccounts.hints.${hint}`)}</p>}</For>
      <TextField label={t('mailAccounts.user')} autocomplete="off" {...text('user')} />
      <TextField label={t('mailAccounts.fromName')} {...text('fromName')} />
      <TextField label={t('mailAccounts.name')} placeholder={props.draft.address} {...text('name')} />
    </div>
  )
}

/** Where its servers are: folded away as long as the address tells it. */
export function ServersFold(props: PartProps) {
  const { t } = useWords()
  const hosts = () => [props.draft.receives && props.draft.receive.host, props.draft.sends && props.draft.send.host]
  return (
    <Fold title={t('mailAccounts.servers')} summary={hosts().filter(Boolean).join(', ')} open>
      <div class="mail-fields">
        <Show when={props.draft.receives}>
          <ServerFields
            side="receive"
            server={props.draft.receive}
            error={props.checked.errorOf('receiveHost')}
            put={(receive) => props.put({ receive })}
          />
        </Show>
        <Show when={props.draft.sends}>
          <ServerFields
            side="send"
            server={props.draft.send}
            error={props.checked.errorOf('sendHost')}
            put={(send) => props.put({ send })}
          />
        </Show>
      </div>
    </Fold>
  )
}

/** What is taken in, and what becomes of it on the server. */
export function ReceivingFields(props: PartProps & { readonly folders: readonly CheckedFolder[] | null }) {
  const { t, zone } = useWords()
  const paths = () => [...new Set([...(props.folders ?? []).map(({ path }) => path), ...props.draft.folders])]
  return (
    <div class="mail-fields">
      <Checkbox
        class="mail-switch"
        label={t('mailAccounts.receives')}
        checked={props.draft.receives}
        onCommit={(receives) => props.put({ receives })}
      />
      <Show when={props.draft.receives}>
        <MultiSelect
          label={t('mailAccounts.folders')}
          hint={props.folders === null ? t('mailAccounts.foldersHint') : undefined}
          options={paths().map((value) => ({ value, label: value }))}
          chosen={props.draft.folders}
          text={props.draft.folders.join(', ') || t('mailAccounts.allFolders')}
          onChange={(folders) => props.put({ folders })}
        />
        <DateField
          label={t('mailAccounts.since')}
          hint={t('mailAccounts.sinceHint')}
          value={props.draft.since === null ? null : dayAt(props.draft.since, zone())}
          onCommit={(day) => props.put({ since: day === null ? null : startOfDay(day, zone()) })}
        />
        <Checkbox
          label={t('mailAccounts.marksSeen')}
          checked={props.draft.marksSeen}
          onCommit={(marksSeen) => props.put({ marksSeen })}
        />
      </Show>
    </div>
  )
}

/** What goes by it, and how it looks. */
export function SendingFields(props: PartProps) {
  const { t } = useWords()
  return (
    <div class="mail-fields">
      <Checkbox
        class="mail-switch"
        label={t('mailAccounts.sends')}
        checked={props.draft.sends}
        onCommit={(sends) => props.put({ sends })}
      />
      <Show when={props.draft.sends}>
        <Checkbox
          label={t('mailAccounts.isDefault')}
          hint={t('mailAccounts.isDefaultHint')}
          checked={props.draft.isDefault}
          onCommit={(isDefault) => props.put({ isDefault })}
        />
        <Checkbox
          label={t('mailAccounts.storesSent')}
          checked={props.draft.storesSent}
          onCommit={(storesSent) => props.put({ storesSent })}
        />
        <NumberField
          label={t('sending.mail.mostMb')}
          value={props.draft.mostMb ?? LARGEST_LETTER_MB}
          min={1}
          max={1000}
          onCommit={(mostMb) => mostMb !== null && props.put({ mostMb })}
        />
        <TextArea
          label={t('mailAccounts.signature')}
          hint={t('mailAccounts.signatureHint')}
          maxLength={LONGEST_SIGNATURE}
          value={props.draft.signature || null}
          onCommit={(signature) => props.put({ signature: signature ?? '' })}
        />
      </Show>
    </div>
  )
}
