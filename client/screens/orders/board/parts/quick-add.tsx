import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { organisations } from '../../../../../shared/company/collections.ts'
import { createAll, useData } from '../../../../data/page/solid.tsx'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { ReferenceField } from '../../../../records/card/reference-field.tsx'
import { Button, IconButton } from '../../../../ui/actions/button.tsx'
import { single } from '../../../../ui/actions/single.ts'
import { TextField } from '../../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { recordDraft } from '../../editor/draft.ts'
import { useBoard } from '../context.ts'
import './quick-add.css'
import { useNow } from '../../../../records/now.tsx'

/** What the quick adding of orders is given. */
export interface QuickAddProps {
  readonly state: string
  readonly stateName: string
  readonly lane: string | null
}

/** At the foot of a column: a customer, a note, Enter, and the order stands in it, posted. */
export function QuickAdd(props: QuickAddProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  let opener: HTMLButtonElement | undefined
  const close = () => {
    setOpen(false)
    queueMicrotask(() => opener?.focus())
  }
  return (
    <Show
      when={isOpen()}
      fallback={
        <button
          ref={opener}
          type="button"
          class="quick-add-open"
          aria-label={t('board.add.to', { state: props.stateName })}
          onClick={() => setOpen(true)}
        >
          <Plus class="icon" aria-hidden="true" />
          {t('board.add.open')}
        </button>
      }
    >
      <Form {...props} onClose={close} />
    </Show>
  )
}

function Form(props: QuickAddProps & { readonly onClose: () => void }) {
  const { t } = useWords()
  const { customer, note, setCustomer, setNote, isMissing, add } = createAdding(props)
  let form: HTMLFormElement | undefined
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    // The field that is being filled in is saved when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await add()
    form?.querySelector('input')?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    // A field that has something to give up keeps Escape to itself.
    if (event.key !== 'Escape') return
    event.preventDefault()
    props.onClose()
  }
  return (
    <form
      ref={form}
      class="quick-add"
      aria-label={t('board.add.to', { state: props.stateName })}
      onSubmit={(event) => void submit(event)}
      onKeyDown={keyDown}
    >
      <ReferenceField
        bare
        creatable
        autofocus
        required
        to="customers"
        label={t('records.orders.fields.customer')}
        placeholder={t('records.orders.fields.customer')}
        error={isMissing() ? t('errors.order-no-customer') : undefined}
        value={customer()}
        onCommit={setCustomer}
      />
      <TextField
        bare
        label={t('records.orders.fields.note')}
        placeholder={t('records.orders.fields.note')}
        value={note()}
        onCommit={setNote}
      />
      <div class="quick-add-acts">
        <Button type="submit" size="small" look="primary">
          {t('board.add.submit')}
        </Button>
        <IconButton icon={X} label={t('common.close')} onClick={() => props.onClose()} />
      </div>
    </form>
  )
}

/** What stands in the form, and recording it: posted, of the lane's responsible or of whoever adds it. */
function createAdding(props: QuickAddProps) {
  const { t } = useWords()
  const data = useData()
  const now = useNow()
  const acts = useActs()
  const { sort, kind, hasLanes } = useBoard()
  const all = createAll(organisations)
  const [customer, setCustomer] = createSignal<string | null>(null)
  const [note, setNote] = createSignal<string | null>(null)
  const [isMissing, setMissing] = createSignal(false)
  const record = async () => {
    const fields = {
      date: now(),
      posted: true,
      customer: customer(),
      note: note(),
      responsible: hasLanes() ? props.lane : data.account.person,
      organisation: all()[0]?.id ?? null,
    }
    const draft = { sort: sort(), kind: kind(), state: props.state, fields, lines: [] }
    const { number, act } = await recordDraft(data, await data.newId('orders'), draft)
    acts.said(t('orders.acts.createOrder', { number }), act)
  }
  const add = single(async () => {
    setMissing(customer() === null)
    if (isMissing() || !(await acts.attempt(record))) return
    setCustomer(null)
    setNote(null)
  })
  return { customer, note, setCustomer, setNote, isMissing, add }
}
