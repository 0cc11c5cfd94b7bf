import { Show } from 'solid-js'
import type { AccountView } from '../../../../shared/letters/accounts.ts'
import type { ReturnWay } from '../../../../shared/letters/consent/consent.ts'
import { RETURN_WAYS } from '../../../../shared/letters/consent/consent.ts'
import { redirectOf } from '../../../../shared/letters/consent/places.ts'
import { serviceOf, serviceOfTokens } from '../../../../shared/letters/services.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { CopyField } from '../../../ui/inputs/typed/copy-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { AccountDraft } from '../accounts/account-draft.ts'
import { SecretField } from '../secret-field.tsx'
import { ConsentProgress } from './consent-progress.tsx'
import { createConsent } from './create-consent.ts'
import { ServiceFold } from './service-fold.tsx'

export interface OAuthFieldsProps {
  readonly id: string
  readonly draft: AccountDraft
  /** Null: it is a new one. */
  readonly account: AccountView | null
  readonly isCompanys: boolean
  /** Where the company has clients: their addresses of tokens. */
  readonly clients: readonly string[]
  readonly put: (values: Partial<AccountDraft>) => unknown
}

/** OAuth 2: the client, consent on the page of the service, and what else there is to set. */
export function OAuthFields(props: OAuthFieldsProps) {
  const { t } = useWords()
  const consent = createConsent(
    () => {
      const { address, oauth, asks, returns } = props.draft
      const { clientId, clientSecret, tokenUrl } = oauth
      return {
        account: props.id,
        isCompanys: props.isCompanys,
        address,
        clientId,
        clientSecret,
        tokenUrl,
        ...asks,
        returns,
      }
    },
    (id) => props.put({ consent: id }),
  )
  const begin = () => {
    props.put({ consent: null })
    void consent.begin()
  }
  return (
    <>
      <p class="dim">{t('mailAccounts.oauth.text')}</p>
      <ClientFields {...props} />
      <ReturnFields {...props} />
      <div class="mail-consent">
        <Button look={props.draft.consent === null ? 'plain' : 'ghost'} onClick={begin}>
          {t(`mailAccounts.consent.begin.${serviceOfTokens(props.draft.oauth.tokenUrl)}`)}
        </Button>
        <ConsentProgress consent={consent} isGiven={props.draft.consent !== null} />
      </div>
      <ServiceFold draft={props.draft} isSet={props.account?.oauth.isSet ?? false} put={props.put} />
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

/** The client as it is registered; one that is known already need not be typed. */
function ClientFields(props: OAuthFieldsProps) {
  const { t } = useWords()
  const put = (values: Partial<AccountDraft['oauth']>) => props.put({ oauth: { ...props.draft.oauth, ...values } })
  const isSet = () => props.account?.oauth.isSet ?? false
  const hint = () =>
    !isSet() && props.clients.includes(props.draft.oauth.tokenUrl) ? t('mailAccounts.oauth.companys') : undefined
  return (
    <>
      <TextField
        label={t('mailAccounts.oauth.clientId')}
        hint={isSet() ? t('sending.secretSet') : hint()}
        value={props.draft.oauth.clientId || null}
        onCommit={(typed) => put({ clientId: typed ?? '' })}
      />
      <SecretField
        label={t('mailAccounts.oauth.clientSecret')}
        hint={hint()}
        isSet={isSet()}
        value={props.draft.oauth.clientSecret}
        onInput={(clientSecret) => put({ clientSecret })}
      />
    </>
  )
}

/** Where the service leads back to: the very address that is to be registered there. */
function ReturnFields(props: Pick<OAuthFieldsProps, 'draft' | 'put'>) {
  const { t } = useWords()
  const redirect = () => redirectOf(props.draft.returns, location.origin, props.draft.asks.authUrl)
  return (
    <>
      <Select
        label={t('mailAccounts.consent.returns')}
        value={props.draft.returns}
        options={RETURN_WAYS.map((value) => ({ value, label: t(`mailAccounts.consent.ways.${value}`) }))}
        onCommit={(returns) => props.put({ returns: returns as ReturnWay })}
      />
      <CopyField
        label={t('mailAccounts.consent.redirect')}
        hint={t(`mailAccounts.consent.redirectHints.${props.draft.returns}`)}
        value={redirect()}
      />
    </>
  )
}
