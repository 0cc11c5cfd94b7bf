import FileDown from 'lucide-solid/icons/file-down'
import Send from 'lucide-solid/icons/send'
import { createMemo, createSignal, Show } from 'solid-js'
import { organisations } from '../../../../shared/company/collections.ts'
import { customFieldsOf } from '../../../../shared/custom/known.ts'
import { products } from '../../../../shared/goods/collections.ts'
import {
  type AddedColumn,
  PRICE_COLUMNS,
  type PriceColumn,
  priceHead,
  priceListPaper,
} from '../../../../shared/print/lists/price-list.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../records/company.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import { createSendMade } from '../../../records/messages/writing/send-made.tsx'
import { useOwnSettings } from '../../../records/own-settings.ts'
import { PaperView } from '../../../records/papers/paper-view.tsx'
import { createMaking } from '../../../records/papers/use-making.ts'
import { fieldLabel, fieldTitle } from '../../../records/words/labels.ts'
import { createShows } from '../../../records/words/show-value.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { dictionary } from '../../../ui/words/dictionaries.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createPriceTypes, type PriceTypes } from '../prices/price-types.ts'
import { pricedOn, type SayAdded, sheetOf } from './list-of.ts'

/** A price list: which prices, on which day, which columns; as it will look, and as files. */
export function PriceListDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const types = createPriceTypes()
  const list = createPriceList(types)
  const files = createFiles(list)
  return (
    <Dialog
      open
      size="wide"
      title={t('goods.list.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button icon={FileDown} busy={files.isMaking()} disabled={!list.paper()} onClick={() => void files.xlsx()}>
            {t('goods.list.xlsx')}
          </Button>
          <Show when={files.sending.isAllowed()}>
            <Button icon={Send} busy={files.isMaking()} disabled={!list.paper()} onClick={() => void files.send()}>
              {t('messages.write.send')}
            </Button>
          </Show>
          <Button
            look="primary"
            icon={FileDown}
            busy={files.isMaking()}
            disabled={!list.paper()}
            onClick={() => void files.pdf()}
          >
            {t('goods.list.pdf')}
          </Button>
        </>
      }
    >
      <PriceListForm list={list} types={types} />
      <Show when={list.paper()} fallback={<p class="dim">{t('goods.list.empty')}</p>}>
        {(paper) => <PaperView paper={paper()} />}
      </Show>
      <files.sending.Place />
    </Dialog>
  )
}

type List = ReturnType<typeof createPriceList>

const OWN = 'own'

function createPriceList(types: PriceTypes) {
  const { t, format, language, zone } = useWords()
  const goods = createAll(products)
  const [type, setType] = createSignal(OWN)
  const [day, setDay] = createSignal(todayIn(zone()))
  const { chosen, setChosen } = createChosen()
  const own = createOwnColumns(chosen)
  const by = createSender()
  const [isPricedOnly, setPricedOnly] = createSignal(true)
  const priceType = () => (type() === OWN ? null : type())
  const rows = createMemo(() => pricedOn(goods(), priceType(), day(), isPricedOnly(), own.say))
  const added = () => own.all().filter(({ name }) => chosen().includes(name))
  // As the columns stand in the list, not in the order in which they were chosen; none that there is means all.
  const columns = () => {
    const here = PRICE_COLUMNS.filter((one) => chosen().includes(one))
    return here.length + added().length === 0 ? PRICE_COLUMNS : here
  }
  const offered = () => [
    ...PRICE_COLUMNS.map((value) => ({ value: value as string, label: t(fieldLabel('products', value)) })),
    ...own.all().map(({ name, head }) => ({ value: name as string, label: head })),
  ]
  const currency = () => types.currencyOf(priceType())
  const title = () => t('papers.priceList')
  const paper = createMemo(() => {
    const words = dictionary(language())?.records.products.fields
    if (!words || rows().length === 0) return null
    const name = types.options().find(({ value }) => value === type())?.label
    const on = [t('goods.list.onDay', { date: format.date(day()) }), name].filter(Boolean).join(', ')
    const under = [by()?.name, on].filter((line) => typeof line === 'string')
    return priceListPaper(
      {
        ...{ title: title(), under, products: rows(), currency: currency() },
        ...{ columns: columns(), added: added(), logo: by()?.logo ?? null },
      },
      language(),
      words,
    )
  })
  const choices = { type, setType, day, setDay, chosen, setChosen, offered, isPricedOnly, setPricedOnly }
  return { ...choices, rows, currency, columns, added, title, paper }
}

/** The columns that a person chose last, on whatever device. */
function createChosen() {
  const own = useOwnSettings()
  const acts = useActs()
  const [now, setNow] = createSignal<readonly string[]>()
  const kept = () => now() ?? own.row()?.priceColumns ?? []
  return {
    chosen: createMemo((): readonly string[] => (kept().length > 0 ? kept() : PRICE_COLUMNS)),
    setChosen: (chosen: readonly string[]) => {
      setNow(chosen)
      void acts.attempt(() => own.save({ priceColumns: chosen }))
    },
  }
}

/** Whose price list it is, where the company is one organisation: its name and logo; of several, nobody knows. */
function createSender() {
  const all = createAll(organisations)
  const only = () => (all().length === 1 ? all()[0] : null)
  const made = createMaking(only)
  return () => only() && { name: only()?.name ?? undefined, logo: made()?.making.pictures.logo ?? null }
}

/** Fields that the company added to goods, as columns, and what stands in them in words. */
function createOwnColumns(chosen: () => readonly string[]) {
  const { t } = useWords()
  const shows = createShows('products', createCurrency())
  const fields = () => customFieldsOf('products')
  const shown = createMemo(() => fields().filter(({ name }) => chosen().includes(name)))
  const say: SayAdded = (product) =>
    Object.fromEntries(shown().map(({ name, field }) => [name, shows(name, field)(product[name] ?? null)]))
  const all = (): readonly AddedColumn[] =>
    fields().map(({ name, type }) => ({
      name,
      head: fieldTitle(t, 'products', name),
      align: type === 'number' || type === 'sum' ? 'right' : 'left',
    }))
  return { all, say }
}

function createFiles(list: List) {
  const { t, language } = useWords()
  const acts = useActs()
  const [isMaking, setMaking] = createSignal(false)
  const making = async (make: () => Promise<void>) => {
    setMaking(true)
    await acts.attempt(make)
    setMaking(false)
  }
  const name = (ending: string) => `${list.title()} ${list.day()}.${ending}`
  const sending = createSendMade()
  const withPdf = (use: (bytes: Blob) => void) =>
    making(async () => {
      const paper = list.paper()
      if (paper) use(await makePdf(paper))
    })
  const pdf = () => withPdf((bytes) => download(bytes, name('pdf')))
  const send = () => withPdf((bytes) => sending.send({ name: name('pdf'), bytes, paper: null }))
  const xlsx = () =>
    making(async () => {
      const headOf = (column: PriceColumn) =>
        priceHead(column, t(fieldLabel('products', column)), list.currency(), language())
      const table = sheetOf(list.rows(), list.columns(), list.currency(), headOf, list.added())
      download(await makeFile(table, { form: 'xlsx', language: language(), name: list.title() }), name('xlsx'))
    })
  return { isMaking, sending, pdf, send, xlsx }
}

function PriceListForm(props: { readonly list: List; readonly types: PriceTypes }) {
  const { t } = useWords()
  const types = () => [{ value: OWN, label: t('goods.prices.own') }, ...props.types.options()]
  return (
    <div class="price-form">
      <Select
        label={t('goods.list.kind')}
        value={props.list.type()}
        options={types()}
        onCommit={(value) => void props.list.setType(value ?? OWN)}
      />
      <DateField
        label={t('goods.list.day')}
        required
        value={props.list.day()}
        onCommit={(value) => void (value !== null && props.list.setDay(value))}
      />
      <Checkbox
        label={t('goods.list.priced')}
        checked={props.list.isPricedOnly()}
        onCommit={(value) => void props.list.setPricedOnly(value)}
      />
      <MultiChoice
        label={t('goods.list.columns')}
        options={props.list.offered()}
        chosen={props.list.chosen()}
        onChange={(chosen) => props.list.setChosen(chosen)}
      />
    </div>
  )
}
