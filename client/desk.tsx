import { createMemo, createSignal, type ParentProps, Show } from 'solid-js'
import { COMPANY, company } from '../shared/company/collections.ts'
import { savedOf } from './data/page/saved.ts'
import { createQuery, createRecord, useData } from './data/page/solid.tsx'
import { signOut } from './data/page/start.ts'
import type { Account } from './data/protocol.ts'
import { NotAcceptedDialog } from './records/not-accepted.tsx'
import { Online } from './records/presence/online.tsx'
import { PresenceProvider } from './records/presence/presence.tsx'
import { type ScreenRow, Screens } from './shell/screens.tsx'
import { Shell } from './shell/shell.tsx'
import { Toasts, useToasts } from './ui/overlays/toast.tsx'
import { useWords, WordsProvider } from './ui/words/words.tsx'

/** What the desk is given. */
export interface DeskProps {
  readonly account: Account
  readonly screens: readonly ScreenRow[]
}

/** The program of a signed-in account: the frame with its screens, in the company's own zone. */
export function Desk(props: DeskProps) {
  const record = createRecord(company, () => COMPANY)
  return (
    <WordsProvider zone={record()?.row?.zone ?? undefined}>
      <PresenceProvider>
        <Screens
          home="/orders/work"
          screens={props.screens}
          frame={(inside) => <Frame account={props.account}>{inside.children}</Frame>}
        />
      </PresenceProvider>
      <Toasts />
    </WordsProvider>
  )
}

function Frame(props: ParentProps<{ readonly account: Account }>) {
  const data = useData()
  const toasts = useToasts()
  const { sentence } = useWords()
  const status = createQuery(() => ({ what: 'status' }) as const)
  const saved = createMemo(() => savedOf(status()))
  const [isOpen, setOpen] = createSignal(false)
  const hasRefused = () => (status()?.notAccepted.length ?? 0) > 0
  const leave = async () => {
    try {
      await signOut()
      await data.close()
      location.assign('/')
    } catch (error) {
      toasts.show({ text: sentence(error), kind: 'bad' })
    }
  }
  const { name, role, companyName } = props.account
  return (
    <Shell
      user={{ name, role, company: companyName }}
      saved={saved()}
      onSavedOpen={hasRefused() ? () => setOpen(true) : undefined}
      online={<Online />}
      onSignOut={() => void leave()}
    >
      {props.children}
      <Show when={hasRefused()}>
        <NotAcceptedDialog open={isOpen()} rows={status()?.notAccepted ?? []} onClose={() => setOpen(false)} />
      </Show>
    </Shell>
  )
}
