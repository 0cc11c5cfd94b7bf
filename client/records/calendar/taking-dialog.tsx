import { For, Show } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './taking.css'
import { doing, type NotTaken, type Plan, type Planned } from './plan.ts'
import type { Taking } from './use-taking.ts'
import { useTold } from './use-told.ts'

/** So many of a file are told one by one. */
const MOST = 200

/** What calendar files would come to, record by record, before anything is taken of them. */
export function TakingDialog(props: { readonly plan: Plan; readonly taking: Taking }) {
  const { t } = useWords()
  const does = () => doing(props.plan).length
  return (
    <Dialog
      open
      size="wide"
      title={t('calendar.files.title')}
      onClose={props.taking.close}
      footer={
        <>
          <Button onClick={props.taking.close}>{t(does() > 0 ? 'common.cancel' : 'common.close')}</Button>
          <Show when={does() > 0}>
            <Button look="primary" onClick={() => void props.taking.take()}>
              {t('calendar.files.takeThem', { n: does() })}
            </Button>
          </Show>
        </>
      }
    >
      <For each={props.plan.notTaken}>{(one) => <Refused {...one} />}</For>
      <Show when={props.plan.planned.length > 0 && does() === 0}>
        <p class="dim">{t('calendar.files.nothingNew')}</p>
      </Show>
      <Records planned={props.plan.planned} />
    </Dialog>
  )
}

function Refused(props: NotTaken) {
  const { t, sentence } = useWords()
  return (
    <Banner look="warn">
      <strong>{props.name || t('common.nameless')}</strong> {sentence(props.why)}
    </Banner>
  )
}

function Records(props: { readonly planned: readonly Planned[] }) {
  const { t } = useWords()
  const left = () => props.planned.length - MOST
  return (
    <Show when={props.planned.length > 0}>
      <ul class="calendar-planned" aria-label={t('calendar.files.inside')}>
        <For each={props.planned.slice(0, MOST)}>{(one) => <Record {...one} />}</For>
      </ul>
      <Show when={left() > 0}>
        <p class="dim">{t('calendar.more', { n: left() })}</p>
      </Show>
    </Show>
  )
}

function Record(props: Planned) {
  const { t } = useWords()
  const { more } = useTold()
  return (
    <li>
      <span class="calendar-planned-words">
        <strong>{props.event?.subject || t('common.nameless')}</strong>
        <span class="dim">{more(props)}</span>
      </span>
      <span class={`calendar-planned-outcome ${props.outcome}`}>{t(`calendar.files.outcomes.${props.outcome}`)}</span>
    </li>
  )
}
