import { createResource, type JSX, Match, Switch } from 'solid-js'
import { connect } from '../../data/page/connect.ts'
import { DataProvider } from '../../data/page/solid.tsx'
import { type Start, start } from '../../data/page/start.ts'
import type { Account } from '../../data/protocol.ts'
import { deviceLabel } from '../../records/devices/device-label.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Invitation, Reset } from './by-link.tsx'
import { FirstStart } from './first-start.tsx'
import { Gate } from './gate.tsx'
import { SignIn } from './sign-in.tsx'

/** What the entrance opens: the program of a signed-in account. */
export interface EntranceProps {
  readonly children: (account: Account) => JSX.Element
}

/** Leads to the program: through the first start, an invitation, a reset link or signing in, whichever is due. */
export function Entrance(props: EntranceProps) {
  const [begun, { refetch }] = createResource(start)
  const enter = () => {
    history.replaceState(null, '', '/')
    void refetch()
  }
  const link = () => /^\/(invitation|reset)\/([\w-]+)$/.exec(location.pathname)
  const is = <B extends Start['begin']>(begin: B) => {
    const known = begun()
    return known?.begin === begin ? (known as Extract<Start, { readonly begin: B }>) : null
  }
  return (
    <Switch>
      <Match when={begun.error}>{(error) => <Failed error={error()} onAgain={enter} />}</Match>
      <Match when={link()?.[1] === 'invitation' && begun()}>
        <Invitation token={link()?.[2] ?? ''} onSignedIn={enter} />
      </Match>
      <Match when={link()?.[1] === 'reset' && begun()}>
        <Reset token={link()?.[2] ?? ''} onSignedIn={enter} />
      </Match>
      <Match when={is('first')}>
        <FirstStart onSignedIn={enter} />
      </Match>
      <Match when={is('sign-in')}>{(found) => <SignIn state={found().state} onSignedIn={enter} />}</Match>
      <Match when={is('unreachable')}>
        {(found) => <Unreachable hasLeft={found().hasLeft} onAgain={() => void refetch()} />}
      </Match>
      <Match when={is('work')} keyed>
        {({ account }) => <Opened account={account}>{props.children}</Opened>}
      </Match>
    </Switch>
  )
}

function Opened(props: { readonly account: Account; readonly children: EntranceProps['children'] }) {
  const { t } = useWords()
  const [client] = createResource(() => connect(props.account, deviceLabel(navigator.userAgent)))
  return (
    <Switch fallback={<p class="starting">{t('account.starting')}</p>}>
      <Match when={client.error}>{(error) => <Failed error={error()} onAgain={() => location.reload()} />}</Match>
      <Match when={client()}>
        {(open) => <DataProvider client={open()}>{props.children(props.account)}</DataProvider>}
      </Match>
    </Switch>
  )
}

function Unreachable(props: { readonly hasLeft: boolean; readonly onAgain: () => void }) {
  const { t } = useWords()
  return (
    <Gate
      title={t('account.unreachable.title')}
      text={t(props.hasLeft ? 'account.unreachable.left' : 'account.unreachable.text')}
    >
      <Button onClick={() => props.onAgain()}>{t('account.unreachable.again')}</Button>
    </Gate>
  )
}

function Failed(props: { readonly error: unknown; readonly onAgain: () => void }) {
  const { t, sentence } = useWords()
  return (
    <Gate title={t('shell.failed.title')} text={sentence(props.error)}>
      <Button onClick={() => props.onAgain()}>{t('account.unreachable.again')}</Button>
    </Gate>
  )
}
