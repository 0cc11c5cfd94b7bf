import { useLocation } from '@solidjs/router'
import Save from 'lucide-solid/icons/save'
import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js'
import { parseBasis } from '../../../../shared/basis/basis.ts'
import { orders, type Sort } from '../../../../shared/orders/collections.ts'
import { createQuery, createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { BegunOrder } from '../../../records/making/on-basis.ts'
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
  type Recorded,
  recordDraft,
  recordFromTemplate,
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
  const begun = useLocation<BegunOrder>().state?.fields
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
        ...begun,
      },
      lines: [],
    }
    setEditor(draftEditor(data, props.id, known() ?? fresh))
  })
  return <Show when={editor()}>{(open) => <Draft {...props} editor={open()} />}</Show>
}

/** Of a draft that is begun from a letter: the letters of that one's thread. */
function createThread(basis: () => string | null | undefined): () => readonly string[] {
  const answer = createQuery(() => {
    const from = parseBasis(basis() ?? null)
    return from?.collection === 'letters' ? ({ what: 'mailThread', letter: from.id } as const) : null
  })
  return () => answer()?.letters.map(({ id }) => id) ?? []
}

/** How a draft ends, once: recorded, begun by a template, dropped, or recorded when it is left. */
function createEnding(props: DraftCardProps & { readonly editor: DraftEditor }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const thread = createThread(() => props.editor.draft().fields.basis)
  let isSettled = false
  // Another tab may have recorded it: this one has nothing left to record.
  const recorded = createRecord(orders, () => props.id)
  createEffect(() => {
    if (!recorded()?.row || isSettled) return
    isSettled = true
    props.onRecorded(props.id)
  })

  /** Does what ends the draft, which can be done once; true when it is done. */
  const settle = async (end: () => Promise<Recorded>) => {
    if (isSettled) return false
    isSettled = true
    const ended = async () => {
      const { number, act } = await end()
      acts.said(t('orders.acts.createOrder', { number }), act)
    }
    isSettled = await props.editor.ending(() => acts.attempt(ended))
    return isSettled
  }
  const record = (posted: boolean) => {
    const draft = props.editor.draft()
    return settle(() => recordDraft(data, props.id, { ...draft, fields: { ...draft.fields, posted } }, thread()))
  }
  const finish = async (posted: boolean, leave = () => props.onRecorded(props.id)) => {
    if (await record(posted)) leave()
  }
  const kinds = createKinds(() => props.sort)
  const begin = async (template: string, kind: string | null) => {
    const draft = props.editor.draft()
    const start = startOf(kinds(), props.sort, kind ?? draft.kind)
    if (await settle(() => recordFromTemplate(data, props.id, draft, { template, start, thread: thread() })))
      props.onRecorded(props.id)
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
    await props.editor.ending(async () => {
      await data.dropDraft(props.id)
      return true
    })
    props.onClose()
    const action = { label: t('common.undo'), run: () => void acts.attempt(putBack) }
    toasts.show({ text: t('orders.dropped'), action })
  }
  onCleanup(() => {
    if (!isSettled && isWorthRecording(props.editor.draft())) void record(false)
  })
  return { finish, begin, drop }
}

function Draft(props: DraftCardProps & { readonly editor: DraftEditor }) {
  const { t } = useWords()
  const { finish, begin, drop } = createEnding(props)
  const save = () => {
    // The field that is being filled in is saved when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void finish(false)
  }
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: [{ id: 'orders.record', label: t('orders.record'), icon: Save, keys: 'mod+s', run: save }],
  }))
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
        <Ways
          onPost={() => void finish(true)}
          onPostAndClose={() => void finish(true, props.onClose)}
          onRecord={() => void finish(false)}
          onDrop={() => void drop()}
        />
      }
    >
      <Banner>{t('orders.draftMark')}</Banner>
      <StateField editor={props.editor} item={null} readOnly={false} />
      <Main editor={props.editor} readOnly={false} apart={[]} />
    </SideCard>
  )
}

/** How a draft ends. */
interface WaysProps {
  readonly onPost: () => void
  readonly onPostAndClose: () => void
  readonly onRecord: () => void
  readonly onDrop: () => void
}

function Ways(props: WaysProps) {
  const { t } = useWords()
  return (
    <>
      <Button look="primary" onClick={() => props.onPost()}>
        {t('orders.post')}
      </Button>
      <Button onClick={() => props.onPostAndClose()}>{t('trade.making.postAndClose')}</Button>
      <Button onClick={() => props.onRecord()}>{t('orders.record')}</Button>
      <Button look="ghost" onClick={() => props.onDrop()}>
        {t('orders.drop')}
      </Button>
    </>
  )
}
