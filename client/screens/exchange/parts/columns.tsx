import { Show } from 'solid-js'
import { DATES } from '../../../../shared/importing/layout/form-of.ts'
import {
  type CellForms,
  type LaidOut,
  type Layout,
  takesMany,
  targetsOf,
} from '../../../../shared/importing/layout/layout.ts'
import type { PlainPath } from '../../../../shared/locales/index.ts'
import { fieldTitle, manyLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ColumnView, TableView } from '../reading/views.ts'

export interface ColumnsProps {
  readonly table: TableView
  readonly layout: Layout
  /** What the account may write. */
  readonly offered: readonly LaidOut[]
  readonly isRemembered: boolean
  readonly isBusy: boolean
  /** It was looked at: the screen's next act is another. */
  readonly isChecked: boolean
  readonly onLayout: (layout: Layout) => void
  readonly onCheck: () => void
}

/** Where columns go: what rows are, what tells them apart, and for each column its field, with samples. */
export function Columns(props: ColumnsProps) {
  const { t } = useWords()
  const change = (part: Partial<Layout>) => props.onLayout({ ...props.layout, ...part })
  const hasName = () => Object.values(props.layout.targets).includes('name')
  return (
    <Section title={t('exchange.layout.title')}>
      <Show when={props.isRemembered}>
        <Banner>{t('exchange.layout.remembered')}</Banner>
      </Show>
      <div class="exchange-choices">
        <Select
          label={t('exchange.layout.what')}
          value={props.layout.what}
          disabled={props.isBusy}
          options={props.offered.map((what) => ({ value: what, label: t(manyLabel(what)) }))}
          onCommit={(what) =>
            change(
              fitted(
                props.layout,
                props.offered.find((one) => one === what),
              ),
            )
          }
        />
        <Select
          label={t('exchange.layout.key')}
          hint={t('exchange.layout.keyHint')}
          value={props.layout.key}
          disabled={props.isBusy}
          options={props.table.columns.map(({ name }) => ({ value: name, label: name }))}
          onCommit={(key) => key !== null && change({ key })}
        />
        <Show when={props.table.form}>{(form) => <Forms {...props} guess={form()} />}</Show>
      </div>
      <Toggle
        label={t('exchange.layout.update')}
        checked={props.layout.changed === 'update'}
        disabled={props.isBusy}
        onCommit={(isUpdate) => change({ changed: isUpdate ? 'update' : 'leave' })}
      />
      <SimpleTable
        label={t('exchange.layout.title')}
        rows={props.table.columns}
        columns={[
          { id: 'column', title: t('exchange.layout.column'), cell: (column) => column.name },
          {
            id: 'samples',
            title: t('exchange.layout.samples'),
            cell: (column) => <span class="exchange-excerpt">{column.samples.join(' · ')}</span>,
          },
          {
            id: 'to',
            title: t('exchange.layout.to'),
            width: 220,
            cell: (column) => <Target column={column} {...props} />,
          },
        ]}
      />
      <Show when={!hasName()}>
        <Banner look="warn">{t('exchange.layout.noName')}</Banner>
      </Show>
      <Button
        look={props.isChecked ? 'plain' : 'primary'}
        disabled={props.isBusy || !hasName()}
        onClick={props.onCheck}
      >
        {t('exchange.check')}
      </Button>
    </Section>
  )
}

const DECIMALS = ['.', ','] as const

/** How the file writes numbers and dates, where the guess is wrong. */
function Forms(props: ColumnsProps & { readonly guess: CellForms }) {
  const { t } = useWords()
  const said = () => ({ ...props.guess, ...props.layout.form })
  const say = (form: Partial<CellForms>) => props.onLayout({ ...props.layout, form: { ...props.layout.form, ...form } })
  return (
    <>
      <Select
        label={t('exchange.layout.decimal')}
        value={said().decimal}
        disabled={props.isBusy}
        options={DECIMALS.map((sign) => ({
          value: sign,
          label: t(`exchange.layout.decimals.${sign === '.' ? 'dot' : 'comma'}`),
        }))}
        onCommit={(sign) => say({ decimal: DECIMALS.find((one) => one === sign) ?? '.' })}
      />
      <Select
        label={t('exchange.layout.dates')}
        value={said().dates}
        disabled={props.isBusy}
        options={DATES.map((form) => ({ value: form, label: dateLike(form) }))}
        onCommit={(form) => form !== null && say({ dates: form })}
      />
    </>
  )
}

/** A date in that form, one that no other form can be taken for: «31.12.2026 09:30». */
function dateLike(form: string): string {
  const parts: Readonly<Record<string, string>> = { D: '31', M: '12', Y: '2026', h: '09', m: '30', s: '15' }
  return form.replace(/[DMYhms]/g, (letter) => parts[letter] ?? letter)
}

function Target(props: ColumnsProps & { readonly column: ColumnView }) {
  const { t } = useWords()
  const what = () => props.layout.what
  const nameOf = (target: string) => {
    const [first = '', second] = target.split('.')
    if (second === undefined) return fieldTitle(t, what(), first)
    return t('exchange.layout.more', { field: t(`records.${what()}.lists.${first}` as PlainPath) })
  }
  const commit = (target: string | null) => {
    const { [props.column.name]: _, ...others } = props.layout.targets
    const left = target === null || takesMany(what(), target) ? others : without(others, target)
    const targets = target === null ? left : { ...left, [props.column.name]: target }
    props.onLayout({ ...props.layout, targets })
  }
  return (
    <Select
      bare
      label={t('exchange.layout.toOf', { column: props.column.name })}
      placeholder={t('exchange.layout.nowhere')}
      clearable
      disabled={props.isBusy}
      value={props.layout.targets[props.column.name] ?? null}
      options={targetsOf(what()).map((target) => ({ value: target, label: nameOf(target) }))}
      onCommit={commit}
    />
  )
}

/** A field that takes one column loses the one that it had. */
function without(targets: Layout['targets'], target: string): Layout['targets'] {
  return Object.fromEntries(Object.entries(targets).filter(([, to]) => to !== target))
}

/** A layout for other records: columns keep the fields that those have as well. */
function fitted({ what: before, targets }: Layout, what: LaidOut = before): Partial<Layout> {
  const known = targetsOf(what)
  return { what, targets: Object.fromEntries(Object.entries(targets).filter(([, to]) => known.includes(to))) }
}
