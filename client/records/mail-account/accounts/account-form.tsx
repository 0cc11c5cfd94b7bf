import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { AccountList, AccountTry, AccountView } from '../../../../shared/letters/accounts.ts'
import type { CheckAnswer } from '../../../../shared/letters/check.ts'
import { api } from '../../../data/page/api.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { type AccountDraft, changeOf, draftOf, newDraft } from './account-draft.ts'
import { ReceivingFields, SendingFields, ServersFold, SignInFields, type WrongInAccount } from './account-fields.tsx'
import { CheckOutcome } from './check-outcome.tsx'
import { putAddress } from './put-address.ts'
import '../mail-account.css'

/** The value of the button that tries an account without keeping it. */
const CHECK = 'check'

interface AccountFormProps {
  readonly id: string
  /** Null: it is a new one. */
  readonly account: AccountView | null
  readonly isCompanys: boolean
  /** Its owner sends by no other yet. */
  readonly isFirst: boolean
  /** Where the company has clients of OAuth. */
  readonly clients: AccountList['clients']
  readonly onKept: (list: AccountList) => void
}

/** An account of mail, set up: tried where one asks for it, and kept whole. */
export function AccountForm(props: AccountFormProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const [draft, setDraft] = createStore<AccountDraft>(
    props.account ? draftOf(props.account, location.origin) : newDraft(props.isFirst, location.origin),
  )
  const [found, setFound] = createSignal<CheckAnswer | null>(null)
  const [folders, setFolders] = createSignal<CheckAnswer['folders']>(null)
  const checked = createAccountChecks(draft)
  const put = (values: Partial<AccountDraft>) => setDraft(values)
  const check = async () => {
    setFound(null)
    const tried: AccountTry = { ...changeOf(draft, props.isCompanys), id: props.id }
    const answer = await api<CheckAnswer>('POST', '/api/mail/check', tried)
    setFound(answer)
    if (answer.folders) setFolders(answer.folders)
  }
  const keep = async () => {
    const list = await api<AccountList>('PUT', `/api/mail/accounts/${props.id}`, changeOf(draft, props.isCompanys))
    toasts.show({ text: t('mailAccounts.kept') })
    props.onKept(list)
  }
  const part = { draft, checked, put }
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={checked}
      onSubmit={(by) => (by === CHECK ? check() : keep())}
      beside={
        <Button type="submit" value={CHECK}>
          {t('mailAccounts.check')}
        </Button>
      }
    >
      <div class="mail-account-form">
        <Show when={props.account?.isLocked}>
          <Banner look="loss">{t('mailAccounts.locked')}</Banner>
        </Show>
        <SignInFields
          {...part}
          putAddress={(address) => void putAddress(address, draft, put)}
          id={props.id}
          account={props.account}
          isCompanys={props.isCompanys}
          clients={props.clients}
        />
        <ReceivingFields {...part} folders={folders()} />
        <SendingFields {...part} />
        <ServersFold {...part} />
        <Checkbox label={t('mailAccounts.isOff')} checked={draft.isOff} onCommit={(isOff) => put({ isOff })} />
        <Show when={found()}>{(answer) => <CheckOutcome answer={answer()} draft={draft} put={put} />}</Show>
      </div>
    </SentForm>
  )
}

/** What an account cannot do without. */
function createAccountChecks(draft: AccountDraft) {
  const { t } = useWords()
  const checks = useChecks()
  return createChecked<WrongInAccount>({
    address: () => checks.email(draft.address, t('mailAccounts.address')),
    receiveHost: () =>
      draft.receives ? checks.required(draft.receive.host, t('mailAccounts.receive.host')) : undefined,
    sendHost: () => (draft.sends ? checks.required(draft.send.host, t('mailAccounts.send.host')) : undefined),
  })
}
