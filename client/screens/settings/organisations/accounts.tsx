import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { For, Index, Show } from 'solid-js'
import { organisations } from '../../../../shared/company/collections.ts'
import type { Organisation } from '../../../../shared/print/trade/deal-of.ts'
import type { EntryOf } from '../../../../shared/records/declarations/collection.ts'
import { doubtOf } from '../../../../shared/records/forms/doubts.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface AccountsProps {
  readonly organisation: Organisation
  readonly readOnly: boolean
}

/** The organisation's bank accounts, the first of which is meant where none is named. */
export function Accounts(props: AccountsProps) {
  const { t } = useWords()
  const acts = useActs()
  return (
    <Section
      title={t('settings.requisites.accounts')}
      actions={
        <Show when={!props.readOnly}>
          <Button
            size="small"
            icon={Plus}
            onClick={() => void acts.run('addAccount', { id: props.organisation.id, fields: {} })}
          >
            {t('settings.requisites.addAccount')}
          </Button>
        </Show>
      }
    >
      <Show
        when={props.organisation.accounts.length > 0}
        fallback={<p class="dim">{t('settings.requisites.noAccounts')}</p>}
      >
        <Index each={props.organisation.accounts}>{(account) => <AccountForm {...props} account={account()} />}</Index>
      </Show>
    </Section>
  )
}

const FORM = ['bik', 'bank', 'account', 'correspondent'] as const

function AccountForm(props: AccountsProps & { readonly account: EntryOf<typeof organisations, 'accounts'> }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const at = () => ({ id: props.organisation.id, account: props.account.id })
  const doubt = (name: (typeof FORM)[number]) => {
    const { form } = organisations.lists.accounts.fields[name]
    const found = doubtOf(form, props.account[name] ?? '', props.account.bik)
    return found ? t(`common.doubts.${found}`) : undefined
  }
  return (
    <Fields side>
      <For each={FORM}>
        {(name) => (
          <TextField
            label={t(fieldLabel('organisations', name))}
            value={props.account[name]}
            readOnly={props.readOnly}
            doubt={doubt(name)}
            inputMode={name === 'bank' ? undefined : 'numeric'}
            onCommit={(value) => data.run('setAccount', { ...at(), fields: { [name]: value } })}
          />
        )}
      </For>
      <Show when={!props.readOnly}>
        <IconButton
          icon={Trash}
          label={t('settings.requisites.removeAccount')}
          onClick={() => void acts.run('removeAccount', at(), t('settings.requisites.accountRemoved'))}
        />
      </Show>
    </Fields>
  )
}
