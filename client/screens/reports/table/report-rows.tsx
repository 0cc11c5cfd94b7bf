import { createMemo, createSignal, For, Show } from 'solid-js'
import type { ReportRow } from '../../../../shared/reports/answer.ts'
import { keyName } from '../../../../shared/reports/writing/names.ts'
import { measureText } from '../../../../shared/reports/writing/paper.ts'
import { createKeyNotes } from '../../../ui/keys/offers.ts'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { createWindow } from '../../../ui/window/window.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { arrows } from './arrows.ts'
import { FigureCell } from './figure-cell.tsx'
import { Heads } from './heads.tsx'
import { type Place, placesOf } from './places.ts'
import { RowHead } from './row-head.tsx'
import { idOf, type ShownRow, shownRows, sortValue } from './rows.ts'
import './table.css'

/** Pixels of a row, and of one with changes under its figures, for a mouse and for fingers. */
const ROW = { mouse: { plain: 36, changes: 52 }, fingers: { plain: 45, changes: 60 } }
/** Outer rows stand folded at first where all would be more than these. */
const MANY = 400

/** The figures of the report: what the rows are is frozen at the left, heads above, totals below; only what is in view is drawn. */
export function ReportRows() {
  const { t } = useWords()
  const report = useReport()
  createKeyNotes(() => ({
    heading: t('keys.groups.report'),
    rows: [{ keys: 'ArrowUp|ArrowDown|ArrowLeft|ArrowRight', label: t('reports.keysMove') }],
  }))
  const model = createRows()
  const isCoarse = createMedia(COARSE)
  const heights = () => (isCoarse() ? ROW.fingers : ROW.mouse)
  const step = () => (report.table()?.total.earlier ? heights().changes : heights().plain)
  const view = createWindow({ count: () => model.shown().length, step, spare: 12, covered: () => 3 * heights().plain })
  const drawn = () => model.shown().slice(view.edges().first, view.edges().end)
  const below = () => (model.shown().length - view.edges().end) * step()
  const span = () => model.places().length + 1
  return (
    <section class="report-scroll" ref={view.watch} aria-label={model.label()}>
      <table
        class="report-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is one stop of Tab, arrows lead through it
        role="grid"
        onKeyDown={arrows}
        classList={{ compared: report.table()?.total.earlier !== undefined }}
        style={{ '--row-step': `${step()}px`, '--digits': model.digits() }}
        aria-rowcount={model.shown().length + 2}
      >
        <Heads places={model.places()} first={model.first()} isAcross={model.isAcross()} />
        <tbody>
          <Gap height={view.edges().first * step()} span={span()} />
          <For each={drawn()}>{(shown) => <Line shown={shown} places={model.places()} model={model} />}</For>
          <Gap height={below()} span={span()} />
        </tbody>
        <Show when={report.table()}>
          {(table) => (
            <tfoot>
              <tr>
                <th class="first" scope="row">
                  {t('reports.total')}
                </th>
                <Cells row={table().total} places={model.places()} name={t('reports.total')} />
              </tr>
            </tfoot>
          )}
        </Show>
      </table>
    </section>
  )
}

function Gap(props: { readonly height: number; readonly span: number }) {
  return (
    <Show when={props.height > 0}>
      <tr class="gap">
        <td colSpan={props.span} style={{ height: `${props.height}px` }} />
      </tr>
    </Show>
  )
}

type Model = ReturnType<typeof createRows>

function Line(props: { readonly shown: ShownRow; readonly places: readonly Place[]; readonly model: Model }) {
  const name = () => props.model.nameOf(props.shown.row)
  return (
    <tr classList={{ inner: props.shown.depth === 1, outer: props.shown.folds }}>
      <RowHead
        name={name()}
        shown={props.shown}
        isFolded={props.model.isFolded(props.shown.row)}
        onFold={() => props.model.toggle(props.shown.row)}
      />
      <Cells row={props.shown.row} places={props.places} name={name()} />
    </tr>
  )
}

function Cells(props: { readonly row: ReportRow; readonly places: readonly Place[]; readonly name: string }) {
  const report = useReport()
  const nameOf = ({ column, measureName }: Place) => [props.name, column, measureName].filter(Boolean).join(', ')
  const open = ({ measure, key, isTotal }: Place) =>
    report.openFigure({ keys: props.row.keys, measure, ...(isTotal ? {} : { column: key }) })
  return (
    <For each={props.places}>
      {(place) => (
        <FigureCell
          row={props.row}
          measure={place.measure}
          of={place.of}
          at={place.at}
          name={nameOf(place)}
          onOpen={() => open(place)}
        />
      )}
    </For>
  )
}

function createRows() {
  const { t } = useWords()
  const report = useReport()
  const [turned, setTurned] = createSignal<ReadonlySet<string>>(new Set())
  const rows = () => report.table()?.rows ?? []
  const startsFolded = createMemo(() => rows().length > MANY)
  const isFolded = (row: ReportRow) => turned().has(idOf(row)) !== startsFolded()
  const shown = createMemo(() => {
    const [table, asked] = [report.table(), report.asked()]
    if (!table || !asked) return []
    const { sort } = report.view()
    return shownRows(table.rows, sortValue(sort, asked.measures, table.columns), sort, isFolded)
  })
  const places = createMemo(() => {
    const [table, asked, naming] = [report.table(), report.asked(), report.naming()]
    return table && asked && naming ? placesOf(table, asked, naming) : []
  })
  const first = () => (report.asked()?.rows ?? []).map((dimension) => t(`reports.dimensions.${dimension}`)).join(' / ')
  return {
    shown,
    places,
    first,
    isFolded,
    isAcross: () => (report.table()?.columns.length ?? 0) > 0,
    label: () => t('reports.count', { n: rows().length }),
    toggle: (row: ReportRow) =>
      setTurned((before) => {
        const next = new Set(before)
        if (!next.delete(idOf(row))) next.add(idOf(row))
        return next
      }),
    nameOf(row: ReportRow) {
      const [naming, dimension] = [report.naming(), report.asked()?.rows[row.keys.length - 1]]
      return naming && dimension ? keyName(dimension, row.keys.at(-1) ?? null, naming) : ''
    },
    /** How many letters the widest figure has, so that columns keep their width while rows go by. */
    digits: createMemo(() => {
      const total = report.table()?.total
      const texts = places().map(({ measure, of, at }) =>
        measureText(measure, total?.figures[of]?.[at] ?? null, report.figures()),
      )
      return Math.max(6, ...texts.map((text) => text.length))
    }),
  }
}
