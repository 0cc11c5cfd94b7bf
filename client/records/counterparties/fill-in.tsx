import FileSearch from 'lucide-solid/icons/file-search'
import { createSignal, For, Show } from 'solid-js'
import type { Facts } from '../../../shared/counterparties/finding.ts'
import { type Offer, offersOf } from '../../../shared/counterparties/offers.ts'
import type { Customer } from '../../../shared/customers/collections.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { fieldLabel } from '../words/labels.ts'
import { useFinding } from './find.ts'

/** «Заполнить по ИНН»: asks what is known of the company, and shows what of it the card lacks or has otherwise. */
export function FillIn(props: { readonly customer: Customer }) {
  const { t } = useWords()
  const toasts = useToasts()
  const find = useFinding()
  const [busy, setBusy] = createSignal(false)
  const [facts, setFacts] = createSignal<Facts>()
  const ask = async () => {
    setBusy(true)
    const finding = await find((props.customer.inn ?? '').trim())
    setBusy(false)
    if (finding?.is === 'unknown') toasts.show({ text: t('risks.checkedNone') })
    if (finding?.is !== 'found') return
    if (offersOf(props.customer, finding.facts).length > 0) setFacts(finding.facts)
    else toasts.show({ text: t('risks.fill.nothing', { name: finding.facts.name ?? '' }) })
  }
  return (
    <>
      <IconButton icon={FileSearch} label={t('risks.fill.act')} disabled={busy()} onClick={() => void ask()} />
      <Show when={facts()}>
        {(found) => (
          <FillDialog
            customer={props.customer.id}
            title={found().name ?? t('risks.fill.title')}
            offers={offersOf(props.customer, found())}
            onClose={() => setFacts(undefined)}
          />
        )}
      </Show>
    </>
  )
}

interface FillDialogProps {
  readonly customer: string
  readonly title: string
  readonly offers: readonly Offer[]
  readonly onClose: () => void
}

/** What was found, a line each; what would take another value’s place is not chosen by itself. */
function FillDialog(props: FillDialogProps) {
  const { t } = useWords()
  const acts = useActs()
  const [taken, setTaken] = createSignal<ReadonlySet<Offer['field']>>(
    new Set(props.offers.filter(({ now }) => !now).map(({ field }) => field)),
  )
  const choose = (field: Offer['field'], on: boolean) =>
    setTaken((before) => new Set(on ? [...before, field] : [...before].filter((one) => one !== field)))
  const fill = async () => {
    const offers = props.offers.filter(({ field }) => taken().has(field))
    if (await acts.run('fillCustomer', { id: props.customer, offers }, t('risks.fill.filled'))) props.onClose()
  }
  const labelOf = ({ field }: Offer) => (field === 'head' ? t('risks.fill.head') : t(fieldLabel('customers', field)))
  const hintOf = (offer: Offer) =>
    [offer.field === 'head' && offer.post ? `${offer.found}, ${offer.post}` : offer.found]
      .concat(offer.now ? t('risks.fill.now', { value: offer.now }) : [])
      .join(' · ')
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={taken().size === 0} onClick={() => void fill()}>
            {t('risks.fill.take')}
          </Button>
        </>
      }
    >
      <For each={props.offers}>
        {(offer) => (
          <Checkbox
            label={labelOf(offer)}
            hint={hintOf(offer)}
            checked={taken().has(offer.field)}
            onCommit={(on) => choose(offer.field, on)}
          />
        )}
      </For>
    </Dialog>
  )
}
