import Redo2 from 'lucide-solid/icons/redo-2'
import Undo2 from 'lucide-solid/icons/undo-2'
import { createEffect, createMemo, createSignal, lazy, onCleanup, type ParentProps, Show, Suspense } from 'solid-js'
import { COMPANY, company, people } from '../shared/company/collections.ts'
import { hasFeature } from '../shared/features/known.ts'
import { ClearedBanner } from './cleared.tsx'
import { CutOffBanner } from './cut-off.tsx'
import { savedOf } from './data/page/saved/saved.ts'
import { createActing, createQuery, createRecord } from './data/page/solid.tsx'
import type { Account } from './data/protocol.ts'
import { createHelp } from './help/index.tsx'
import { beginning } from './home.ts'
import { createKeeping } from './keeping.ts'
import { createLeaving } from './leaving.tsx'
import { MailRefusedBanner } from './mail-refused.tsx'
import { createPalette } from './palette/index.tsx'
import { KeptValues } from './records/acts/kept-values.tsx'
import { useActs } from './records/acts/use-acts.ts'
import { followCustomFields } from './records/custom-fields.ts'
import { createQuickEvents, QuickEventProvider } from './records/events/quick/quick-event.tsx'
import { followFeatures } from './records/features/follow.ts'
import { ForgottenTimer } from './records/jobs/timer/forgotten.tsx'
import { Running } from './records/jobs/timer/running.tsx'
import { TimerProvider } from './records/jobs/timer/timer.tsx'
import { RecalledPlace } from './records/messages/writing/recalled/recalled-place.tsx'
import { NotAcceptedDialog } from './records/not-accepted/not-accepted.tsx'
import { NowProvider } from './records/now.tsx'
import { followOwnSettings, useOwnSettings } from './records/own-settings.ts'
import { Online } from './records/presence/online.tsx'
import { PresenceProvider } from './records/presence/presence.tsx'
import { Reminders } from './reminders/reminders.tsx'
import { NoticeBell } from './shell/notices/bell.tsx'
import { type ScreenRow, Screens } from './shell/screens.tsx'
import { Shell } from './shell/shell.tsx'
import { createStaying } from './staying.ts'
import { listenToKeys } from './ui/keys/keys.ts'
import { createOffers } from './ui/keys/offers.ts'
import { Later } from './ui/layout/later.tsx'
import { Toasts } from './ui/toasts/toasts.tsx'
import { useWords, WordsProvider } from './ui/words/words.tsx'
import { UnservedBanner } from './unserved.tsx'
import { UpdateBanner } from './update/update-banner.tsx'

/** The program starts without it. */
const CallWindows = lazy(async () => ({ default: (await import('./calls/call-windows.tsx')).CallWindows }))

/** What the desk is given. */
export interface DeskProps {
  readonly account: Account
  readonly screens: readonly ScreenRow[]
}

/** The program of a signed-in account: the frame with its screens, in the company's own zone. */
export default function Desk(props: DeskProps) {
  const record = createRecord(company, () => COMPANY)
  followFeatures()
  followCustomFields()
  return (
    <WordsProvider zone={record()?.row?.zone ?? undefined}>
      <NowProvider>
        <PresenceProvider>
          <TimerProvider>
            <Screens
              home={beginning()}
              screens={props.screens}
              frame={(inside) => <Frame account={props.account}>{inside.children}</Frame>}
            />
          </TimerProvider>
        </PresenceProvider>
      </NowProvider>
      <Later>
        <Toasts />
      </Later>
    </WordsProvider>
  )
}

/** Undoing and repeating, wherever one is. */
function createUndo({ undo, redo }: ReturnType<typeof useActs>) {
  const { t } = useWords()
  createOffers(() => ({
    heading: t('keys.groups.everywhere'),
    rows: [
      { id: 'undo', label: t('acts.undoLast'), icon: Undo2, keys: 'mod+z', run: () => undo() },
      { id: 'redo', label: t('acts.redoLast'), icon: Redo2, keys: 'mod+Shift+z', run: redo },
    ],
  }))
  onCleanup(listenToKeys(() => new Map([['mod+y', redo]])))
  return { undo: () => undo(), redo }
}

function Frame(props: ParentProps<{ readonly account: Account }>) {
  const acts = useActs()
  const status = createQuery(() => ({ what: 'status' }) as const)
  const isActing = createActing()
  const saved = createMemo(() => savedOf(status(), isActing()))
  const isWriting = () => isActing() || (status()?.saving ?? 0) > 0
  const palette = createPalette()
  const help = createHelp()
  const quick = createQuickEvents()
  const [isOpen, setOpen] = createSignal(false)
  const hasRefused = () => (status()?.notAccepted.length ?? 0) > 0
  // With its last row it is over: it does not rise by itself with a later one.
  createEffect(() => hasRefused() || setOpen(false))
  const person = createRecord(people, () => props.account.person)
  const { save } = useOwnSettings()
  const files = () => (status()?.files.waiting ?? 0) + (status()?.files.failed ?? 0)
  const waiting = () => ({ changes: status()?.waiting.count ?? 0, files: files() })
  const isWaiting = () => waiting().changes + waiting().files > 0
  const isKept = () => status()?.storage === 'kept'
  const leaving = createLeaving(waiting, isKept)
  createKeeping(isWaiting)
  createStaying(() => isWriting() || (isWaiting() && !isKept()))
  followOwnSettings()
  const { undo, redo } = createUndo(acts)
  const { role, companyName } = props.account
  return (
    <Shell
      user={{ name: person()?.row?.name ?? props.account.name, role, company: companyName }}
      saved={saved()}
      isWriting={isWriting()}
      onSavedOpen={hasRefused() ? () => setOpen(true) : undefined}
      online={
        <>
          <Running />
          <Online />
          <NoticeBell />
        </>
      }
      onSettings={(values) => void acts.attempt(() => save({ ...values }))}
      onUndo={undo}
      onRedo={redo}
      onSignOut={leaving.ask}
      onFind={palette.open}
      help={help}
      banner={
        <>
          <ClearedBanner account={props.account} status={status()} />
          <UnservedBanner status={status()} />
          <CutOffBanner status={status()} />
          <UpdateBanner />
          <Show when={hasFeature('mail')}>
            <MailRefusedBanner />
          </Show>
          <ForgottenTimer />
        </>
      }
    >
      <QuickEventProvider value={quick}>{props.children}</QuickEventProvider>
      <Later>
        <leaving.Dialog />
        <KeptValues />
        <palette.Place />
        <quick.Place />
        <RecalledPlace />
        <Reminders />
        <Suspense>
          <Show when={hasFeature('telephony')}>
            <CallWindows />
          </Show>
        </Suspense>
      </Later>
      <Show when={hasRefused()}>
        <NotAcceptedDialog open={isOpen()} rows={status()?.notAccepted ?? []} onClose={() => setOpen(false)} />
      </Show>
    </Shell>
  )
}
