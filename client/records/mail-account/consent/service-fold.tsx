import { untrack } from 'solid-js'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { AccountDraft } from '../accounts/account-draft.ts'
import { SecretField } from '../secret-field.tsx'

interface ServiceFoldProps {
  readonly draft: AccountDraft
  /** The server has a refresh token already. */
  readonly isSet: boolean
  readonly put: (values: Partial<AccountDraft>) => unknown
}

/** Where the service is asked, and a refresh token had elsewhere: folded away as long as the address tells it. */
export function ServiceFold(props: ServiceFoldProps) {
  const { t } = useWords()
  const putOAuth = (values: Partial<AccountDraft['oauth']>) => props.put({ oauth: { ...props.draft.oauth, ...values } })
  const asks = (field: keyof AccountDraft['asks']) => ({
    get value() {
      return props.draft.asks[field] || null
    },
    onCommit: (typed: string | null) => props.put({ asks: { ...props.draft.asks, [field]: typed ?? '' } }),
  })
  const host = () => (URL.canParse(props.draft.asks.authUrl) ? new URL(props.draft.asks.authUrl).host : '')
  // As it is drawn first: it does not close under who types.
  const isUnknown = untrack(host) === ''
  return (
    <Fold title={t('mailAccounts.oauth.service')} summary={host()} open={isUnknown}>
      <div class="mail-fields">
        <TextField label={t('mailAccounts.oauth.authUrl')} placeholder="https://" {...asks('authUrl')} />
        <TextField
          label={t('mailAccounts.oauth.tokenUrl')}
          placeholder="https://"
          value={props.draft.oauth.tokenUrl || null}
          onCommit={(tokenUrl) => putOAuth({ tokenUrl: tokenUrl ?? '' })}
        />
        <TextField label={t('mailAccounts.oauth.scope')} {...asks('scope')} />
        <SecretField
          label={t('mailAccounts.oauth.refreshToken')}
          hint={t('mailAccounts.oauth.refreshTokenHint')}
          isSet={props.isSet}
          value={props.draft.oauth.refreshToken}
          onInput={(refreshToken) => putOAuth({ refreshToken })}
        />
      </div>
    </Fold>
  )
}
