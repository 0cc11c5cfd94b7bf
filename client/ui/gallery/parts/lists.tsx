import { createSignal, Show } from 'solid-js'
import { Button } from '../../actions/button.tsx'
import { DateField } from '../../inputs/dates/date-field.tsx'
import { Fields } from '../../inputs/field/field.tsx'
import { TextField } from '../../inputs/typed/text-field.tsx'
import { Section } from '../../layout/section.tsx'
import { ListAndCard, SideCard } from '../../layout/side-card.tsx'
import { Avatar } from '../../signs/avatar.tsx'
import { Banner } from '../../signs/banner.tsx'
import { StateChip } from '../../state/state-chip.tsx'
import { StatePick } from '../../state/state-pick.tsx'
import { putBeside } from '../../table/columns/columns.ts'
import { ColumnsMenu } from '../../table/columns/columns-menu.tsx'
import { createSelection } from '../../table/handling/create-selection.ts'
import { SimpleTable } from '../../table/simple-table.tsx'
import { type Column, type Sort, Table } from '../../table/table.tsx'
import { useWords } from '../../words/words.tsx'
import { KINDS, type SampleOrder, STATES, sampleOrder } from './samples.ts'
import { Line, Specimen } from './specimen.tsx'

interface Head {
  readonly group: string
}

const COUNT = 100_000
const FIRST = ['number', 'customer', 'state', 'person', 'date', 'total']

/** A row of the list: heads of groups every 40th, and rows that are still on their way from 60 to 80. */
function rowAt(index: number): SampleOrder | Head | undefined {
  if (index % 40 === 0) return { group: STATES[(index / 40) % STATES.length]?.name ?? '' }
  return index >= 60 && index < 80 ? undefined : sampleOrder(index)
}

/** Two rows are chosen at first. */
function createChosen() {
  const idAt = (index: number) => {
    const row = rowAt(index)
    return row && 'id' in row ? row.id : undefined
  }
  const between = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => idAt(Math.min(from, to) + step) ?? []).flat()
  const selection = createSelection({
    idAt,
    between: async (anchor, to, from) => {
      const start = anchor === null ? from : Number(anchor.slice(1))
      return { anchor: idAt(start) ?? '', ids: between(start, to) }
    },
    all: async () => between(0, COUNT - 1),
  })
  selection.toggle(2)
  selection.toggle(3)
  return selection
}

export function TableSpecimen() {
  const { t } = useWords()
  const [open, setOpen] = createSignal<string | null>(null)
  const [sort, setSort] = createSignal<Sort>({ column: 'date', down: true })
  const [shown, setShown] = createSignal<readonly string[]>(FIRST)
  const [noRoom, setNoRoom] = createSignal<readonly string[]>([])
  const [range, setRange] = createSignal('')
  const all = createColumns()
  const selection = createChosen()
  return (
    <Specimen name="Table" wide>
      <Line>
        <ColumnsMenu columns={all} shown={shown()} noRoom={noRoom()} first={FIRST} onChange={setShown} />
        <span class="dim">onRange {range()}</span>
      </Line>
      <div class="specimen-list">
        <ListAndCard
          list={
            <Table<SampleOrder, Head>
              label="Table"
              count={COUNT}
              rowAt={rowAt}
              onRange={(from, to) => setRange(`${from}–${to}`)}
              rowId={(row) => row.id}
              columns={shown().flatMap((id) => all.find((column) => column.id === id) ?? [])}
              onMove={(column, beside, side) => setShown(putBeside(shown(), column, beside, side))}
              onNoRoom={setNoRoom}
              sort={sort()}
              onSort={setSort}
              isGroup={(row): row is Head => 'group' in row}
              group={(row) => row.group}
              footer={createFooter()}
              selection={selection}
              groupOf={(index) => rowAt(Math.floor(index / 40) * 40) as Head}
              selected={open()}
              onOpen={setOpen}
              onClose={() => setOpen(null)}
              compact={(row) => <CompactOrder order={row} />}
              empty={t('common.table.empty')}
            />
          }
          card={<Show when={open()}>{(id) => <OrderCard id={id()} onClose={() => setOpen(null)} />}</Show>}
        />
      </div>
    </Specimen>
  )
}

function createColumns(): readonly Column<SampleOrder>[] {
  const { format } = useWords()
  const dot = (order: SampleOrder) => STATES[order.state] ?? STATES[0]
  return [
    { id: 'number', title: 'Номер', width: 110, sortable: true, cell: (row) => <span class="cut">{row.number}</span> },
    {
      id: 'customer',
      title: 'Покупатель',
      width: 170,
      grow: true,
      sortable: true,
      cell: (row) => <span class="cut">{row.customer}</span>,
    },
    {
      id: 'state',
      title: 'Состояние',
      width: 250,
      sortable: true,
      cell: (row) => <StateChip name={dot(row).name} hue={dot(row).hue} number={row.state + 1} />,
    },
    {
      id: 'person',
      title: 'Ответственный',
      width: 170,
      cell: (row) => (
        <>
          <Avatar name={row.person} size="small" />
          &nbsp;&nbsp;<span class="cut">{row.person}</span>
        </>
      ),
    },
    { id: 'date', title: 'Дата', width: 110, sortable: true, cell: (row) => format.date(row.date) },
    {
      id: 'total',
      title: 'Сумма, ₽',
      width: 130,
      align: 'end',
      sortable: true,
      cell: (row) => format.money(row.total, 'RUB', { bare: true }),
    },
    {
      id: 'days',
      title: 'Дней',
      width: 80,
      align: 'end',
      cell: (row) => <span classList={{ loss: row.days > 9 }}>{row.days}</span>,
    },
  ]
}

function createFooter(): (column: string) => string {
  const { t, format } = useWords()
  return (column) =>
    column === 'number'
      ? t('common.table.total')
      : column === 'total'
        ? format.money(1_234_567_800, 'RUB', { bare: true })
        : ''
}

function CompactOrder(props: { readonly order: SampleOrder }) {
  const { format } = useWords()
  const state = () => STATES[props.order.state] ?? STATES[0]
  return (
    <>
      <div>
        <strong class="cut">{props.order.customer}</strong>
        <span>{format.money(props.order.total, 'RUB')}</span>
      </div>
      <div>
        <StateChip name={state().name} hue={state().hue} number={props.order.state + 1} />
        <span class="dim">{props.order.number}</span>
      </div>
    </>
  )
}

function OrderCard(props: { readonly id: string; readonly onClose: () => void }) {
  const { t, format } = useWords()
  const lines = [
    { name: 'Модуль верхний 600', quantity: 4000, price: 890_000, total: 3_560_000 },
    { name: 'Столешница, дуб', quantity: 3200, price: 1_240_000, total: 3_968_000 },
    { name: 'Сборка', quantity: 1000, price: 2_147_000, total: 2_147_000 },
  ]
  const money = (sum: number) => format.money(sum, 'RUB', { bare: true })
  return (
    <SideCard
      over={`Заказ-наряд ${props.id} от ${format.date('2026-09-02')}`}
      title="ДЕНЕЖНИКОВО"
      onClose={props.onClose}
      footer={<Button look="primary">{t('common.save')}</Button>}
    >
      <StatePick label="Вид и состояние" kinds={KINDS} kind="kitchens" state="s4" onPick={() => {}} />
      <Banner look="warn" action={{ label: t('common.choose'), run: () => {} }}>
        Разошлись: вы перевели в «В производстве», Ведеркин в «Обсуждение КП»
      </Banner>
      <Fields side>
        <TextField
          label={t('records.orders.fields.contact')}
          value="Николаев С. П. · +7 123 456-78-99"
          onCommit={() => {}}
        />
        <DateField label={t('records.orders.fields.shipment')} value="2026-09-18" onCommit={() => {}} />
        <TextField label={t('records.orders.fields.note')} value={null} onCommit={() => {}} />
      </Fields>
      <Section title={t('records.products.many')} actions={<Button size="small">{t('common.add')}</Button>}>
        <SimpleTable
          label={t('records.products.many')}
          rows={lines}
          columns={[
            { id: 'name', title: 'Номенклатура', cell: (line) => line.name },
            { id: 'quantity', title: 'Кол-во', align: 'end', cell: (line) => format.quantity(line.quantity) },
            { id: 'price', title: 'Цена', align: 'end', cell: (line) => money(line.price) },
            { id: 'total', title: 'Сумма', align: 'end', cell: (line) => money(line.total) },
          ]}
          footer={(column) =>
            column === 'name' ? t('common.table.total') : column === 'total' ? money(9_675_000) : ''
          }
        />
      </Section>
    </SideCard>
  )
}
