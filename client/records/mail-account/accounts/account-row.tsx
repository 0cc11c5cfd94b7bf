import { Show } from 'solid-js'
import { SHUT_OUT } from '../../../../shared/letters/accounts.ts'
import type { MailAccount } from '../../../../shared/letters/collections.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceLabel } from '../../words/labels.ts'

const HUES = { connected: 155, unreachable: 75, refused: 25, off: null } as const

interface AccountRowProps {
  readonly row: MailAccount
  /** The server answers: it can be changed. */
  readonly isAtHand: boolean
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** An account of mail: how it stands, what of its letters is taken in, what is wrong. */
export function AccountRow(props: AccountRowProps) {
  const { t } = useWords()
  const row = () => props.row
  const name = () => row().name ?? row().address ?? ''
  return (
    <li class="mail-account">
      <h3>
        {name()}
        <State row={row()} />
        <Show when={row().isDefault}>
          <span class="dim">{t('mailAccounts.default')}</span>
        </Show>
      </h3>
      <div class="mail-account-acts">
        <Button
          size="small"
          disabled={!props.isAtHand}
          aria-label={t('mailAccounts.changeOf', { name: name() })}
          onClick={() => props.onChange()}
        >
          {t('mailAccounts.change')}
        </Button>
        <Button
          size="small"
          look="risk"
          disabled={!props.isAtHand}
          aria-label={t('mailAccounts.removeOf', { name: name() })}
          onClick={() => props.onRemove()}
        >
          {t('mailAccounts.remove')}
        </Button>
      </div>
      <p class="mail-account-counts dim">
        {row().address}
        <Counts row={row()} />
      </p>
      <Show when={row().receives && row().leftOut.length > 0}>
        <p class="dim">{t('mailAccounts.leftOut', { folders: row().leftOut.join(', ') })}</p>
      </Show>
      <Show when={row().trouble}>
        {(said) => (
          <Banner look="warn">
            {t(choiceLabel('mailAccounts', 'state', row().state ?? 'unreachable'))}.{' '}
            {said() === SHUT_OUT ? t('mailAccounts.shutOut') : t('mailAccounts.said', { said: said() })}
          </Banner>
        )}
      </Show>
    </li>
  )
}

function State(props: { readonly row: MailAccount }) {
  const { t } = useWords()
  const state = () => props.row.state
  const name = () => {
    const said = state()
    return said === null ? t('mailAccounts.notTried') : t(choiceLabel('mailAccounts', 'state', said))
  }
  return <StateChip name={name()} hue={HUES[state() ?? 'off']} />
}

function Counts(props: { readonly row: MailAccount }) {
  const { t, format } = useWords()
  const counts = () => {
    const { listed, taken, filtered, failed } = props.row
    const [all, ...parts] = [listed, taken, filtered, failed].map((count) => format.integer(count ?? 0))
    return t('mailAccounts.counts', {
      listed: all ?? '',
      taken: parts[0] ?? '',
      filtered: parts[1] ?? '',
      failed: parts[2] ?? '',
    })
  }
  return (
    <>
      <Show when={props.row.receives && props.row.listed !== null}>. {counts()}</Show>
      <Show when={!props.row.receives}>. {t('mailAccounts.onlySends')}</Show>
      <Show when={!props.row.sends}>. {t('mailAccounts.onlyReceives')}</Show>
    </>
  )
}
