import { createSignal, For, Show } from 'solid-js'
import type { AccountList as Accounts } from '../../../../shared/letters/accounts.ts'
import { type MailAccount, mailAccounts } from '../../../../shared/letters/collections.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import { api } from '../../../data/page/api.ts'
import { createAll, useData } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { ServerAnswer } from '../../server-answer.ts'
import { AccountForm } from './account-form.tsx'
import { AccountRow } from './account-row.tsx'
import './accounts.css'

interface AccountListProps {
  /** Those of the company; else the own ones. */
  readonly isCompanys: boolean
  readonly answer: ServerAnswer<Accounts>
}

/** Accounts of mail, as they stand now, read without the server too; each is changed while it answers. */
export function AccountList(props: AccountListProps) {
  const { t } = useWords()
  const data = useData()
  const all = createAll(mailAccounts)
  const [edited, setEdited] = createSignal<string | null>(null)
  const [removed, setRemoved] = createSignal<MailAccount | null>(null)
  const rows = () => all().filter(({ owner }) => owner === (props.isCompanys ? null : data.account.user))
  const held = (id: string) => props.answer.value()?.accounts.find((one) => one.id === id) ?? null
  const isAtHand = () => props.answer.value() !== undefined && !props.answer.error()
  return (
    <div class="mail-accounts">
      <Show when={props.answer.error()}>
        <Banner look="warn">{t('mailAccounts.needsNetwork')}</Banner>
      </Show>
      <ul>
        <For each={rows()} fallback={<li class="dim">{t('mailAccounts.none')}</li>}>
          {(row) => (
            <AccountRow
              row={row}
              isAtHand={isAtHand() && held(row.id) !== null}
              onChange={() => setEdited(row.id)}
              onRemove={() => setRemoved(row)}
            />
          )}
        </For>
      </ul>
      <div>
        <Button disabled={!isAtHand()} onClick={() => setEdited(newEntryId())}>
          {t('mailAccounts.add')}
        </Button>
      </div>
      <Show when={edited()} keyed>
        {(id) => (
          <Dialog
            open
            size="wide"
            title={held(id)?.name || held(id)?.address || t('mailAccounts.addTitle')}
            onClose={() => setEdited(null)}
          >
            <AccountForm
              id={id}
              account={held(id)}
              isCompanys={props.isCompanys}
              clients={props.answer.value()?.clients ?? []}
              isFirst={!props.isCompanys && !rows().some(({ isDefault }) => isDefault)}
              onKept={() => {
                setEdited(null)
                props.answer.refetch()
              }}
            />
          </Dialog>
        )}
      </Show>
      <Show when={removed()}>
        {(row) => <Removing row={row()} onRemoved={props.answer.refetch} onClose={() => setRemoved(null)} />}
      </Show>
    </div>
  )
}

interface RemovingProps {
  readonly row: MailAccount
  readonly onRemoved: () => void
  readonly onClose: () => void
}

function Removing(props: RemovingProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const remove = async () => {
    await api<Accounts>('DELETE', `/api/mail/accounts/${props.row.id}`)
    toasts.show({ text: t('mailAccounts.removed') })
    props.onRemoved()
  }
  return (
    <ConfirmDialog
      open
      destroys
      title={t('mailAccounts.removeTitle')}
      act={t('mailAccounts.remove')}
      onConfirm={remove}
      onClose={props.onClose}
    >
      <p>{t('mailAccounts.removeText', { address: props.row.address ?? '' })}</p>
    </ConfirmDialog>
  )
}
