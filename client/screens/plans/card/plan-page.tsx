import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { type Plan, plans } from '../../../../shared/plans/collections.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import { createPlanSheet, type PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createLook } from '../../../records/presence/presence.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ChangeDialog } from '../filling/change-dialog.tsx'
import { FillDialog } from '../filling/fill-dialog.tsx'
import { PlanGrid } from '../grid/index.tsx'
import type { Chosen } from '../grid/layout.ts'
import { AddRows } from '../rows/add-rows.tsx'
import { PlanHead } from './head.tsx'
import { PlanMenu } from './menu.tsx'
import { PlanNotices } from './notices.tsx'

interface PlanPageProps {
  readonly id: string
  readonly onClose: () => void
}

/** A plan: what it plans, and its table. */
export function PlanPage(props: PlanPageProps) {
  const { t } = useWords()
  const record = createRecord(plans, () => props.id)
  const sheet = createPlanSheet(() => props.id)
  createLook('plans', () => props.id)
  // The sheet is another one with each cell that is written; the plan is not.
  const plan = createMemo(() => (sheet() ? record()?.row : undefined))
  return (
    <Switch
      fallback={
        <Page title={t('records.plans.one')}>
          <Skeleton lines={8} />
        </Page>
      }
    >
      <Match when={record()?.row === null}>
        <Page title={t('records.plans.one')}>
          <EmptyState title={t('errors.record-missing')}>
            <Button onClick={() => props.onClose()}>{t('plans.list')}</Button>
          </EmptyState>
        </Page>
      </Match>
      <Match when={plan()}>
        {(plan) => (
          <Present plan={plan()} sheet={sheet() as PlanSheet} apart={record()?.apart ?? []} onClose={props.onClose} />
        )}
      </Match>
    </Switch>
  )
}

interface PresentProps {
  readonly plan: Plan
  readonly sheet: PlanSheet
  readonly apart: readonly Parted[]
  readonly onClose: () => void
}

function Present(props: PresentProps) {
  const { t, format } = useWords()
  const mayWrite = useMayWrite('plans')
  const readOnly = () => !mayWrite || props.plan.gone || props.plan.newer
  const number = () => props.plan.number ?? props.plan.draft ?? t('plans.noNumber')
  const [chosen, setChosen] = createSignal<Chosen | null>(null)
  const title = () => t('plans.title', { number: number(), date: format.day(props.plan.date ?? props.plan.madeAt) })
  return (
    <Page title={title()} bar={<Bar {...props} readOnly={readOnly()} chosen={chosen()} />}>
      <div class="plan">
        <InTrash {...props} />
        <PlanHead plan={props.plan} sheet={props.sheet} apart={props.apart} readOnly={readOnly()} />
        <PlanNotices plan={props.plan} sheet={props.sheet} />
        <Show when={props.sheet.rows.length > 0} fallback={<NoRows sheet={props.sheet} readOnly={readOnly()} />}>
          <PlanGrid plan={props.plan.id} onChoose={setChosen} />
        </Show>
      </div>
    </Page>
  )
}

/** What can be done with it: under the top bar, where a phone has room for it. */
function Bar(props: PresentProps & { readonly readOnly: boolean; readonly chosen: Chosen | null }) {
  const { t } = useWords()
  return (
    <>
      <IconButton icon={ArrowLeft} label={t('plans.list')} onClick={() => props.onClose()} />
      <span class="plan-bar-gap" />
      <Watchers collection="plans" id={props.plan.id} />
      <span class="plan-link">
        <Link href={`/plan-fact?plans=${props.plan.id}`}>{t('planFact.title')}</Link>
      </span>
      <Show when={!props.readOnly}>
        <AddButton sheet={props.sheet} />
        <FillButtons sheet={props.sheet} chosen={props.chosen} />
        <PlanMenu plan={props.plan} sheet={props.sheet} onClose={props.onClose} />
      </Show>
    </>
  )
}

function AddButton(props: { readonly sheet: PlanSheet }) {
  const { t } = useWords()
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button icon={Plus} onClick={() => setOpen(true)}>
        {t('plans.rows.add')}
      </Button>
      <Show when={open()}>
        <AddRows sheet={props.sheet} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}

/** «Заполнить», «Изменить». */
function FillButtons(props: { readonly sheet: PlanSheet; readonly chosen: Chosen | null }) {
  const { t } = useWords()
  const [open, setOpen] = createSignal<'fill' | 'change' | null>(null)
  return (
    <>
      <Button onClick={() => setOpen('fill')}>{t('plans.filling.open')}</Button>
      <Button disabled={props.sheet.rows.length === 0} onClick={() => setOpen('change')}>
        {t('plans.changing.open')}
      </Button>
      <Show when={open() === 'fill'}>
        <FillDialog sheet={props.sheet} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === 'change'}>
        <ChangeDialog sheet={props.sheet} selection={props.chosen} onClose={() => setOpen(null)} />
      </Show>
    </>
  )
}

function NoRows(props: { readonly sheet: PlanSheet; readonly readOnly: boolean }) {
  const { t } = useWords()
  return (
    <EmptyState title={t('plans.rows.empty')} text={t('plans.rows.emptyText')}>
      <Show when={!props.readOnly}>
        <AddButton sheet={props.sheet} />
      </Show>
    </EmptyState>
  )
}

function InTrash(props: { readonly plan: Plan }) {
  const { t } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'plans', id: props.plan.id })
  return (
    <Show when={props.plan.gone}>
      <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
        {t('plans.removed')}
      </Banner>
    </Show>
  )
}
