import Save from 'lucide-solid/icons/save'
import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js'
import { orders, type Sort } from '../../../../shared/orders/collections.ts'
import { createQuery, createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useNow } from '../../../records/now.tsx'
import { createKinds } from '../../../records/process/process.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import {
  asOrderDraft,
  type DraftEditor,
  draftEditor,
  isWorthRecording,
  keepDraft,
  type OrderDraft,
  recordDraft,
} from '../editor/draft.ts'
import { Main } from './main.tsx'
import { FromTemplate } from './making/from-template.tsx'
import { startOf } from './making/make.ts'
import { StateField } from './state-field.tsx'

/** What the card of a draft is given. */
export interface DraftCardProps {
  readonly id: string
  readonly sort: Sort
  /** The kind that a fresh draft begins with; the first one where none is given. */
  readonly kind?: string | undefined
  readonly onClose: () => void
  readonly onRecorded: (id: string) => void
  /** It was dropped, and is there again. */
  readonly onPutBack: () => void
}

/** The card of an order that is not recorded yet. */
export function DraftCard(props: DraftCardProps) {
  const data = useData()
  const now = useNow()
  const kept = createQuery(() => ({ what: 'drafts' }) as const)
  const kinds = createKinds(() => props.sort)
  const organisations = createQuery(() => ({ what: 'all', collection: 'organisations' }) as const)
  const [editor, setEditor] = createSignal<DraftEditor>()
  /** As it is kept on this device: the form's own copy, since the query's is a live store, which can be neither changed nor sent. */
  const known = () => {
    const found = kept()?.drafts.find((one) => one.id === props.id)
    return found && asOrderDraft(JSON.parse(JSON.stringify(found.draft)))
  }
  // The same draft may stand in another tab, which writes it.
  createEffect(() => {
    const now = known()
    if (now) untrack(() => editor()?.follow(now))
  })
  createEffect(() => {
    if (editor() || !kept() || !organisations() || kinds().length === 0) return
    const kind = kinds().find((one) => one.id === props.kind) ?? kinds()[0]
    const organisation = organisations()?.rows.find((row) => row.gone !== true)?.id
    const fresh: OrderDraft = {
      sort: props.sort,
      kind: kind?.id ?? null,
      state: kind?.states[0]?.id ?? null,
      fields: {
        date: now(),
        responsible: data.account.person,
        organisation: typeof organisation === 'string' ? organisation : null,
      },
      lines: [],
    }
    setEditor(draftEditor(data, props.id, known() ?? fresh))
  })
  return <Show when={editor()}>{(open) => <Draft {...props} editor={open()} />}</Show>
}

function Draft(props: DraftCardProps & { readonly editor: DraftEditor }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  let isSettled = false
  // Another tab may have recorded it: this one has nothing left to record.
  const recorded = createRecord(orders, () => props.id)
  createEffect(() => {
    if (!recorded()?.row || isSettled) return
    isSettled = true
    props.onRecorded(props.id)
  })

  const record = async (posted: boolean) => {
    if (isSettled) return false
    isSettled = true
    const draft = props.editor.draft()
    isSettled = await acts.attempt(async () => {
      const { number, act } = await recordDraft(data, props.id, { ...draft, fields: { ...draft.fields, posted } })
      acts.said(t('orders.acts.createOrder', { number }), act)
    })
    return isSettled
  }
  const finish = async (posted: boolean, leave = () => props.onRecorded(props.id)) => {
    if (await record(posted)) leave()
  }
  const kinds = createKinds(() => props.sort)
  /** An order as a template says, but for what was filled in here already. */
  const begin = async (template: string, kind: string | null) => {
    if (isSettled) return
    isSettled = true
    const { fields, kind: chosen } = props.editor.draft()
    const start = startOf(kinds(), props.sort, kind ?? chosen)
    isSettled = await acts.attempt(async () => {
      const draft = await data.draftNumber()
      const { act } = await data.run('orderFromTemplate', { id: props.id, template, start, fields: { ...fields, draft } })
      await data.dropDraft(props.id)
      acts.said(t('orders.acts.createOrder', { number: draft }), act)
    })
    if (isSettled) props.onRecorded(props.id)
  }
  /** What stood in it is not lost by one press: it can be put back. */
  const drop = async () => {
    if (isSettled) return
    isSettled = true
    const draft = props.editor.draft()
    const putBack = async () => {
      await keepDraft(data, props.id, draft)
      props.onPutBack()
    }
    await data.dropDraft(props.id)
    props.onClose()
    const action = { label: t('common.undo'), run: () => void acts.attempt(putBack) }
    toasts.show({ text: t('orders.dropped'), action })
  }
  const save = () => {
    // The field that is being filled in is saved when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void finish(false)
  }
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: [{ id: 'orders.record', label: t('orders.record'), icon: Save, keys: 'mod+s', run: save }],
  }))
  onCleanup(() => {
    if (!isSettled && isWorthRecording(props.editor.draft())) void record(false)
  })
  return (
    <SideCard
      fresh
      title={t(`orders.fresh.${props.sort}`)}
      onClose={props.onClose}
      actions={
        <Show when={props.editor.order()?.lines.length === 0}>
          <FromTemplate sort={props.sort} onChoose={(template, kind) => void begin(template, kind)} />
        </Show>
      }
      footer={
        <>
          <Button look="primary" onClick={() => void finish(true)}>
            {t('orders.post')}
          </Button>
          <Button onClick={() => void finish(true, props.onClose)}>{t('trade.making.postAndClose')}</Button>
          <Button onClick={() => void finish(false)}>{t('orders.record')}</Button>
          <Button look="ghost" onClick={() => void drop()}>
            {t('orders.drop')}
          </Button>
        </>
      }
    >
      <Banner>{t('orders.draftMark')}</Banner>
      <StateField editor={props.editor} item={null} readOnly={false} />
      <Main editor={props.editor} readOnly={false} apart={[]} />
    </SideCard>
  )
}
