import Check from 'lucide-solid/icons/check'
import Phone from 'lucide-solid/icons/phone'
import UserCheck from 'lucide-solid/icons/user-check'
import { Show } from 'solid-js'
import type { MissedCall } from '../../../data/queries/calls/query.ts'
import { dialLink } from '../../../records/calls/own-dialler.ts'
import { Button, IconOf } from '../../../ui/actions/button.tsx'
import { Link, LinkButton } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useAge } from './age.ts'
import type { MissedDeeds } from './deeds.ts'

interface MissedRowProps {
  readonly row: MissedCall
  /** Ms; its age is said by it. */
  readonly now: number
  /** The keys are at it. */
  readonly isHere: boolean
  /** Null: whoever looks may do nothing about it. */
  readonly deeds: MissedDeeds | null
  readonly onClose: () => void
}

/** The open missed calls of a number: who it is, how long ago, who calls back, and what can be done. */
export function MissedRow(props: MissedRowProps) {
  const { format } = useWords()
  const age = useAge()
  return (
    <li
      id={`missed-${props.row.id}`}
      class="missed-call"
      tabindex="-1"
      aria-current={props.isHere ? 'true' : undefined}
    >
      <div class="missed-who">
        <Who row={props.row} />
      </div>
      <p class="missed-when">
        <strong class="late">{age(props.row.at, props.now)}</strong>
        <span class="dim">{format.when(props.row.at, props.now)}</span>
      </p>
      <div class="missed-acts">
        <CallsBack row={props.row} deeds={props.deeds} />
        <Show when={props.deeds}>
          {(deeds) => (
            <>
              <Dial row={props.row} deeds={deeds()} />
              <Acts onClose={props.onClose} />
            </>
          )}
        </Show>
      </div>
    </li>
  )
}

function Who(props: { readonly row: MissedCall }) {
  const { t } = useWords()
  const number = () => props.row.shown ?? t('missedCalls.withheld')
  const more = () =>
    [
      ...(props.row.customerName === null ? [] : [number()]),
      props.row.contactName,
      ...(props.row.times > 1 ? [t('missedCalls.times', { n: props.row.times })] : []),
      ...(props.row.tries > 0 ? [t('missedCalls.tries', { n: props.row.tries })] : []),
      props.row.responsibleName ?? props.row.phoneName,
    ].filter((text) => text !== null)
  return (
    <>
      <p class="missed-name">
        <Show when={props.row.customer} fallback={<Link href={`/calls/all/${props.row.id}`}>{number()}</Link>}>
          {(customer) => <Link href={`/customers/${customer()}`}>{props.row.customerName ?? number()}</Link>}
        </Show>
      </p>
      <p class="dim">{more().join(' · ')}</p>
      <Show when={props.row.note}>{(note) => <p>{note()}</p>}</Show>
    </>
  )
}

function CallsBack(props: { readonly row: MissedCall; readonly deeds: MissedDeeds | null }) {
  const { t } = useWords()
  const isMe = () => props.row.callsBack !== null && props.row.callsBack === props.deeds?.me
  const said = () =>
    isMe() ? t('missedCalls.youCallBack') : t('missedCalls.callsBack', { name: props.row.callsBackName ?? '' })
  return (
    <>
      <Show when={props.row.callsBack}>
        <span class="missed-back">{said()}</span>
      </Show>
      <Show when={props.deeds}>
        {(deeds) => (
          <Show
            when={isMe()}
            fallback={
              <Button size="small" icon={UserCheck} onClick={() => deeds().callBack(props.row)}>
                {t('missedCalls.callBack')}
              </Button>
            }
          >
            <LinkButton onClick={() => deeds().callBack(props.row)}>{t('missedCalls.leave')}</LinkButton>
          </Show>
        )}
      </Show>
    </>
  )
}

/** By the phone or line that dials; where there is none, by what this device itself dials with. */
function Dial(props: { readonly row: MissedCall; readonly deeds: MissedDeeds }) {
  const { t } = useWords()
  return (
    <Show when={props.row.number} fallback={<NoDial />}>
      {(number) => (
        <Show
          when={props.deeds.dialler()}
          fallback={
            <a class="button plain small" href={dialLink(number())}>
              <IconOf icon={Phone} />
              {t('missedCalls.dial')}
            </a>
          }
        >
          <Button size="small" icon={Phone} onClick={() => props.deeds.dial(props.row)}>
            {t('missedCalls.dial')}
          </Button>
        </Show>
      )}
    </Show>
  )
}

/** A withheld number is not dialled: its other acts stand below those of the others. */
function NoDial() {
  const { t } = useWords()
  return (
    <span class="button plain small missed-gap" aria-hidden="true">
      <IconOf icon={Phone} />
      {t('missedCalls.dial')}
    </span>
  )
}

function Acts(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Button size="small" look="ghost" icon={Check} onClick={() => props.onClose()}>
      {t('missedCalls.close')}
    </Button>
  )
}
