import { Show } from 'solid-js'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { OAuthFields, type OAuthFieldsProps } from '../consent/oauth-fields.tsx'
import { SecretField } from '../secret-field.tsx'

/** By what one signs in: a password, or OAuth 2. */
export function PassFields(props: OAuthFieldsProps) {
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
