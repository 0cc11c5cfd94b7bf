import Trash from 'lucide-solid/icons/trash'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import type { Movements } from '../../../../shared/movements/types.ts'
import { type Order, orders } from '../../../../shared/orders/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../records/company.ts'
import { createCount, Discussion } from '../../../records/discussion/discussion.tsx'
import { tabLedTo } from '../../../records/discussion/lead.ts'
import { createFileCount, Files } from '../../../records/files/files.tsx'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { JobsOf } from '../../../records/jobs/jobs-of.tsx'
import { createLetterCount, LettersOf } from '../../../records/letters/letters-of.tsx'
import type { MessageStart } from '../../../records/messages/writing/begun/start.ts'
import { WriteButton } from '../../../records/messages/writing/write-button.tsx'
import { PapersButton } from '../../../records/papers/papers-button.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { BasisLink } from '../../../records/related/basis-link.tsx'
import { createRelated } from '../../../records/related/documents.ts'
import { Related } from '../../../records/related/related.tsx'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { useMayRead, useMayWrite } from '../../../records/rights.ts'
import { Runs } from '../../../records/runs/runs.tsx'
import { Timeline } from '../../../records/timeline/timeline.tsx'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { recordedEditor } from '../editor/recorded.ts'
import { createFactActs } from './facts/entering/acts.tsx'
import { Facts } from './facts/facts.tsx'
import { createMovements } from './facts/movements.ts'
import { Main } from './main.tsx'
import { OrderMenu } from './making/order-menu.tsx'
import { Marks } from './marks.tsx'
import { Moves } from './moves.tsx'
import { StateField } from './state-field.tsx'

interface OrderCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** The card of a recorded order. */
export function OrderCard(props: OrderCardProps) {
  const { t } = useWords()
  const card = createCard(props)
  createLook('orders', () => props.id)
  return (
    <Switch
      fallback={
        <SideCard title="" onClose={props.onClose}>
          {<Skeleton lines={8} />}
        </SideCard>
      }
    >
      <Match when={card.isMissing()}>
        <SideCard title="" onClose={props.onClose}>
          <EmptyState title={t('errors.record-missing')} />
        </SideCard>
      </Match>
      <Match when={card.row()}>{(order) => <Recorded {...props} order={order()} card={card} />}</Match>
    </Switch>
  )
}

interface RecordedProps extends OrderCardProps {
  readonly order: Order
  readonly card: ReturnType<typeof createCard>
}

/** A recorded order, what it means, and what may be done with it. */
interface MeantProps extends RecordedProps {
  readonly movements: Movements
  /** ISO 4217. */
  readonly currency: string
  /** It can only be looked at here. */
  readonly isFixed: boolean
}

function Recorded(props: RecordedProps) {
  const { t, format } = useWords()
  const { card } = props
  const ownCurrency = createCurrency()
  const currency = () => props.order.currency ?? ownCurrency()
  const whole = () => card.whole() ?? props.order
  const movements = createMovements(whole)
  const isFixed = () => !card.mayWrite || props.order.newer
  const number = () => props.order.number ?? props.order.draft ?? ''
  const facts = createFactActs({ order: whole, movements, currency, mayWrite: () => !isFixed() })
  const meant = () => ({ ...props, movements: movements(), currency: currency(), isFixed: isFixed() })
  const over = () => {
    const { sort, date, madeAt } = props.order
    return t(`orders.numbered.${sort ?? 'customer'}`, { number: number(), date: format.day(date ?? madeAt) })
  }
  return (
    <SideCard
      over={over()}
      title={card.item()?.customerName ?? number()}
      onClose={props.onClose}
      footer={<Footer {...meant()} due={facts.Due} />}
      actions={<Actions {...meant()} />}
    >
      <StateField editor={card.editor} item={card.item()} readOnly={isFixed()} />
      <Marks {...meant()} item={card.item()} readOnly={isFixed()} />
      <Inside {...meant()} label={over()} acts={facts.Others} />
      <facts.Dialogs />
    </SideCard>
  )
}

/** Who else looks, its papers, and the menu of all else. */
function Actions(props: MeantProps) {
  const postAndClose = async () => {
    if (await props.card.post()) props.onClose()
  }
  return (
    <>
      <Watchers collection="orders" id={props.id} />
      <RemindMe about={{ collection: 'orders', id: props.id }} />
      <Papers order={props.order} customer={props.card.item()?.customer ?? null} start={startOf(props)} />
      <Show when={!props.order.gone}>
        <WriteButton start={startOf(props)} />
      </Show>
      <Show when={!props.isFixed && !props.order.gone}>
        <OrderMenu order={props.order} mayPost={mayPost(props)} onPostAndClose={() => void postAndClose()} />
      </Show>
    </>
  )
}

/** Whom a message about the order is for. */
function startOf({ card, order }: MeantProps): MessageStart {
  return {
    customer: card.item()?.customer ?? order.customer,
    order: { id: order.id, sort: order.sort ?? 'customer' },
    contact: order.contact,
  }
}

function mayPost({ card, order }: MeantProps): boolean {
  return !card.isLocked() && !order.posted
}

/** What the order waits for, at hand wherever one is in its card: to be posted, then to be shipped and paid. */
function Footer(props: MeantProps & { readonly due: () => JSX.Element }) {
  const { t } = useWords()
  return (
    <Show when={!props.isFixed && !props.order.gone}>
      <span class="side-card-remove">
        <IconButton icon={Trash} label={t('common.remove')} onClick={() => void props.card.remove()} />
      </span>
      {props.due()}
      <Show when={mayPost(props)}>
        <Button look="primary" onClick={() => void props.card.post()}>
          {t('orders.post')}
        </Button>
      </Show>
    </Show>
  )
}

/** What can be printed of the order. */
function Papers(props: { readonly order: Order; readonly customer: string | null; readonly start: MessageStart }) {
  const kinds = () => [props.order.sort ?? 'customer', 'act'] as const
  const printed = () => ({
    document: props.order,
    organisation: props.order.organisation,
    account: null,
    customer: props.customer,
    at: props.order.date ?? props.order.madeAt,
    ground: null,
  })
  return <PapersButton kinds={kinds()} printed={printed()} about={`orders/${props.order.id}`} start={props.start} />
}

/** What stands in the card, by tabs. */
function Inside(props: MeantProps & { readonly label: string; readonly acts: () => JSX.Element }) {
  const { t } = useWords()
  const { editor, isLocked, apart, mayWrite } = props.card
  const related = createRelated(() => ({ collection: 'orders', id: props.id }))
  const main = () => (
    <>
      <Main editor={editor} readOnly={isLocked()} apart={apart()} />
      <JobsOf of="order" id={props.id} fresh={{ customer: props.order.customer, basis: `orders/${props.id}` }} />
      <Related documents={related} />
    </>
  )
  const facts = () => <Facts {...props} readOnly={props.isFixed || props.order.gone} />
  const moves = () => <Moves order={props.order} readOnly={!mayWrite} />
  const mayReadRuns = useMayRead('runs')
  const runs = () => <Runs of="orders" id={props.id} />
  const said = createCount(() => `orders/${props.id}`)
  const about = () => `orders/${props.id}`
  const fileCount = createFileCount(about)
  const files = () => <Files about={about()} readOnly={props.order.newer || props.order.gone} />
  const inOrder = () => ({ in: 'order', order: props.id }) as const
  const letterCount = createLetterCount(inOrder)
  const letters = () => <LettersOf where={inOrder()} />
  const discussion = () => <Discussion about={`orders/${props.id}`} readOnly={props.order.newer} />
  const history = () => (
    <RecordHistory collection="orders" id={props.id} currency={props.currency} readOnly={isLocked()} />
  )
  return (
    <>
      <BasisLink documents={related} />
      <Tabs
        label={props.label}
        lead={tabLedTo(`orders/${props.id}`)}
        tabs={[
          { id: 'main', label: t('orders.tabs.main'), content: main },
          { id: 'facts', label: t('trade.tab'), content: facts },
          { id: 'moves', label: t('orders.tabs.moves'), count: props.order.moves.length, content: moves },
          { id: 'discussion', label: t('discussion.tab'), count: said(), content: discussion },
          ...(hasFeature('mail')
            ? [{ id: 'letters', label: t('mail.of.tab'), count: letterCount(), content: letters }]
            : []),
          { id: 'timeline', label: t('timeline.tab'), content: () => <Timeline about={`orders/${props.id}`} /> },
          { id: 'files', label: t('files.tab'), count: fileCount(), content: files },
          ...(mayReadRuns && hasFeature('rules') ? [{ id: 'rules', label: t('rules.runs.tab'), content: runs }] : []),
          { id: 'history', label: t('orders.tabs.history'), content: history },
        ]}
      />
    </>
  )
}

/** The order of a card as it is now, and what may be done with it. */
function createCard(props: OrderCardProps) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite('orders')
  const record = createRecord(orders, () => props.id)
  const row = (): Order | null | undefined => record()?.row
  const item = () => record()?.item ?? null
  return {
    mayWrite,
    row,
    /** The same, for whoever reckons over all of it. */
    whole: () => record.whole()?.row,
    item,
    /** There is no such order. */
    isMissing: () => record() !== undefined && row() === null,
    /** Values that were written apart. */
    apart: () => record()?.apart ?? [],
    editor: recordedEditor(useData(), props.id, record),
    isLocked: createMemo(
      () => !mayWrite || item()?.completed === true || row()?.newer === true || row()?.gone === true,
    ),
    post: () => acts.run('postOrder', { id: props.id, posted: row()?.posted !== true }, t('orders.acts.postOrder')),
    remove: async () => {
      const args = { collection: 'orders', id: props.id } as const
      if (await acts.run('removeRecord', args, t('orders.removed'))) props.onClose()
    },
  }
}
