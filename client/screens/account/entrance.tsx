import { createResource, createSignal, type JSX, Match, onMount, Switch } from 'solid-js'
import { followFactor } from '../../data/page/account/following-factor.ts'
import { followRole } from '../../data/page/account/following-role.ts'
import { DataProvider } from '../../data/page/solid.tsx'
import { connected } from '../../data/page/starting/early.ts'
import { ask, isStill, putOffFactor, type Start, signOut, start } from '../../data/page/starting/start.ts'
import { followWipes, obeyWipes } from '../../data/page/wiping/wiping.ts'
import type { Account, News } from '../../data/protocol.ts'
import { deviceLabel } from '../../records/devices/device-label.ts'
import { Button } from '../../ui/actions/button.tsx'
import { single } from '../../ui/actions/single.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { Invitation, Reset } from './by-link.tsx'
import { FirstStart } from './first-start.tsx'
import { Gate } from './gate.tsx'
import { SetUpFactor } from './set-up-factor.tsx'
import { SignIn } from './sign-in.tsx'

/** What the entrance opens: the program of a signed-in account. */
export interface EntranceProps {
  readonly children: (account: Account) => JSX.Element
}

/** Leads to the program: through the first start, an invitation, a reset link or signing in, whichever is due. */
export function Entrance(props: EntranceProps) {
  const [begun, { refetch, mutate }] = createResource<Start>((_, { refetching }) => (refetching ? ask() : start()))
  const [ended, setEnded] = createSignal<Ending | null>(null)
  const again = async () => {
    await refetch()
    setEnded(null)
  }
  const link = () => /^\/(invitation|reset)\/([\w-]+)$/.exec(location.pathname)
  onMount(() => obeyWipes().catch(reportError))
  // A link that was followed is used up; any other page is where whoever signs in wanted to go.
  const enter = () => {
    if (link()) history.replaceState(null, '', '/')
    void refetch()
  }
  const is = <B extends Start['begin']>(begin: B) => {
    const known = begun()
    return known?.begin === begin ? (known as Extract<Start, { readonly begin: B }>) : null
  }
  return (
    <Switch>
      <Match when={!isSecureContext}>
        <Insecure />
      </Match>
      <Match when={begun.error}>{(error) => <Failed error={error()} onAgain={enter} />}</Match>
      <Match when={ended()}>{(how) => <Ended how={how()} onAgain={() => void again()} />}</Match>
      <Match when={link()?.[1] === 'invitation' && begun()}>
        <Invitation token={link()?.[2] ?? ''} onSignedIn={enter} />
      </Match>
      <Match when={link()?.[1] === 'reset' && begun()}>
        <Reset token={link()?.[2] ?? ''} onSignedIn={enter} />
      </Match>
      <Match when={is('first')}>{(found) => <FirstStart asksCode={found().asksCode} onSignedIn={enter} />}</Match>
      <Match when={is('sign-in')}>{(found) => <SignIn state={found().state} onSignedIn={enter} />}</Match>
      <Match when={is('factor')}>
        {(found) => (
          <SetUpFactor
            due={found().due}
            onDone={enter}
            onLater={found().mayWait ? () => mutate(putOffFactor(found().account)) : undefined}
            onLeave={() => void signOut().then(enter)}
          />
        )}
      </Match>
      <Match when={is('unreachable')}>
        {(found) => <Unreachable hasLeft={found().hasLeft} onAgain={() => void refetch()} />}
      </Match>
      <Match when={is('work')} keyed>
        {({ account, checked }) => (
          <Opened account={account} checked={checked} onOtherwise={mutate} onEnded={setEnded}>
            {props.children}
          </Opened>
        )}
      </Match>
    </Switch>
  )
}

/** How the session of this page can end by what is done elsewhere. */
type Ending = Extract<News, 'ended' | 'wiped'>

interface OpenedProps {
  readonly account: Account
  readonly checked: Promise<Start> | undefined
  /** The server says that the program begins otherwise. */
  readonly onOtherwise: (start: Start) => void
  readonly onEnded: (how: Ending) => void
  readonly children: EntranceProps['children']
}

/** Who was here before has his frame at once; to whoever has just signed in nothing can be shown before it is fetched. */
function Opened(props: OpenedProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const [isHeld, setHeld] = createSignal(false)
  const hear = (news: News) => {
    if (news === 'ended' || news === 'wiped') props.onEnded(news)
    else if (news === 'other-role')
      ask()
        .then((word) => goOn(word))
        .catch(reportError)
    else setHeld(true)
  }
  const { account, checked } = props
  const connecting = connected(account, deviceLabel(navigator.userAgent), hear)
  const [client] = createResource(() => connecting)
  const [opened] = createResource(client, (begun) => begun.opened)
  const check = async (asked: Promise<Start> | undefined) => {
    const word = await asked
    if (!word || isStill(account, word)) return
    await (await connecting).close(roleIn(word) ? 'other-role' : 'ended')
    goOn(word)
  }
  const roleIn = (word: Start) =>
    word.begin === 'work' && word.account.role !== account.role ? word.account.role : null
  let hasGone = false
  const goOn = (word: Start) => {
    if (hasGone) return
    hasGone = true
    props.onOtherwise(word)
    const role = roleIn(word)
    if (role) toasts.show({ text: t('account.otherRole', { role: t(`common.roles.${role}`) }), kind: 'bad' })
  }
  onMount(() => {
    check(checked).catch(reportError)
    const askAgain = single(() => check(ask()).catch(reportError))
    // What is being typed is saved before any tab begins anew: the server says of it what it thinks.
    const onRole = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void askAgain()
    }
    // That it does not connect is what the page then says.
    connecting.then(
      (open) => [followWipes(open), followFactor(open, askAgain), followRole(open, account, onRole)],
      () => undefined,
    )
  })
  return (
    <Switch fallback={<p class="starting">{t('account.starting')}</p>}>
      <Match when={client.error ?? opened.error}>
        {(error) => <Failed error={error()} onAgain={() => location.reload()} />}
      </Match>
      <Match when={isHeld() && opened.loading}>
        <Gate title={t('account.held.title')} text={t('account.held.text')} />
      </Match>
      <Match when={(checked !== undefined || opened.state === 'ready') && client()}>
        {(open) => <DataProvider client={open()}>{props.children(props.account)}</DataProvider>}
      </Match>
    </Switch>
  )
}

/** Somebody has signed out in another tab of this browser, or the owner had the data dropped here. */
function Ended(props: { readonly how: Ending; readonly onAgain: () => void }) {
  const { t } = useWords()
  return (
    <Gate title={t(`account.${props.how}.title`)} text={t(`account.${props.how}.text`)}>
      <Button look="primary" onClick={() => props.onAgain()}>
        {t('account.signIn.submit')}
      </Button>
    </Gate>
  )
}

/** Over plain HTTP from another computer browsers give a page neither a store of its own nor locks. */
function Insecure() {
  const { t } = useWords()
  return (
    <Gate title={t('account.insecure.title')} text={t('account.insecure.text')}>
      <code>npm start -- --https</code>
    </Gate>
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
