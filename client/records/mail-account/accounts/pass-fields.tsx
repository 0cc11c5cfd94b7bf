import { Show } from 'solid-js'
import type { AccountView } from '../../../../shared/letters/accounts.ts'
import { serviceOf } from '../../../../shared/letters/services.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SecretField } from '../secret-field.tsx'
import type { AccountDraft } from './account-draft.ts'

interface PassFieldsProps {
  readonly draft: AccountDraft
  /** Null: it is a new one. */
  readonly account: AccountView | null
  readonly put: (values: Partial<AccountDraft>) => unknown
}

/** By what one signs in: a password, or OAuth 2. */
export function PassFields(props: PassFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('mailAccounts.signIn')}
        value={props.draft.signIn}
        options={(['password', 'oauth'] as const).map((value) => ({
          value,
          label: t(`mailAccounts.signIns.${value}`),
        }))}
        onCommit={(signIn) => props.put({ signIn: signIn === 'oauth' ? 'oauth' : 'password' })}
      />
      <Show
        when={props.draft.signIn === 'oauth'}
        fallback={
          <SecretField
            label={t('sending.password')}
            isSet={props.account?.password.isSet ?? false}
            value={props.draft.password}
            onInput={(password) => props.put({ password })}
          />
        }
      >
        <OAuthFields {...props} />
      </Show>
    </>
  )
}

function OAuthFields(props: PassFieldsProps) {
  const { t } = useWords()
  const isSet = () => props.account?.oauth.isSet ?? false
  const put = (values: Partial<AccountDraft['oauth']>) => props.put({ oauth: { ...props.draft.oauth, ...values } })
  const text = (field: 'clientId' | 'tokenUrl') => ({
    get value() {
      return props.draft.oauth[field] || null
    },
    onCommit: (typed: string | null) => put({ [field]: typed ?? '' }),
  })
  const secret = (field: 'clientSecret' | 'refreshToken') => ({
    get value() {
      return props.draft.oauth[field]
    },
    onInput: (typed: string) => put({ [field]: typed }),
  })
  return (
    <>
      <p class="dim">{t('mailAccounts.oauth.text')}</p>
      <TextField label={t('mailAccounts.oauth.clientId')} autocomplete="off" {...text('clientId')} />
      <SecretField label={t('mailAccounts.oauth.clientSecret')} isSet={isSet()} {...secret('clientSecret')} />
      <SecretField label={t('mailAccounts.oauth.refreshToken')} isSet={isSet()} {...secret('refreshToken')} />
      <TextField label={t('mailAccounts.oauth.tokenUrl')} placeholder="https://" {...text('tokenUrl')} />
      <Show when={serviceOf(props.draft.receive.host) === 'gmail'}>
        <Select
          label={t('mailAccounts.way')}
          value={props.draft.way}
          options={(['imap', 'gmail'] as const).map((value) => ({ value, label: t(`mailAccounts.ways.${value}`) }))}
          onCommit={(way) => props.put({ way: way === 'gmail' ? 'gmail' : 'imap' })}
        />
      </Show>
    </>
  )
}
