import { Show } from 'solid-js'
import { laidOutAs, sentTo } from '../../../../shared/importing/layout/changed.ts'
import { type LaidOut, type Layout, targetsOf } from '../../../../shared/importing/layout/layout.ts'
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
import { CellFormsFields } from './cell-forms.tsx'

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
  const hasName = () => Object.values(props.layout.targets).includes('name')
  return (
    <Section title={t('exchange.layout.title')}>
      <Show when={props.isRemembered}>
        <Banner>{t('exchange.layout.remembered')}</Banner>
      </Show>
      <OfAll {...props} />
      <OfEach {...props} />
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

/** What is said of the whole table. */
function OfAll(props: ColumnsProps) {
  const { t } = useWords()
  const change = (part: Partial<Layout>) => props.onLayout({ ...props.layout, ...part })
  const chooseWhat = (chosen: string | null) => {
    const what = props.offered.find((one) => one === chosen)
    if (what !== undefined) props.onLayout(laidOutAs(props.layout, what))
  }
  return (
    <>
      <div class="exchange-choices">
        <Select
          label={t('exchange.layout.what')}
          value={props.layout.what}
          disabled={props.isBusy}
          options={props.offered.map((what) => ({ value: what, label: t(manyLabel(what)) }))}
          onCommit={chooseWhat}
        />
        <Select
          label={t('exchange.layout.key')}
          hint={t('exchange.layout.keyHint')}
          value={props.layout.key}
          disabled={props.isBusy}
          options={props.table.columns.map(({ name }) => ({ value: name, label: name }))}
          onCommit={(key) => key !== null && change({ key })}
        />
        <Show when={props.table.form}>{(form) => <CellFormsFields {...props} guess={form()} />}</Show>
      </div>
      <Toggle
        label={t('exchange.layout.update')}
        checked={props.layout.changed === 'update'}
        disabled={props.isBusy}
        onCommit={(isUpdate) => change({ changed: isUpdate ? 'update' : 'leave' })}
      />
    </>
  )
}

/** Where the cells of each column go. */
function OfEach(props: ColumnsProps) {
  const { t } = useWords()
  return (
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
  )
}

function Target(props: ColumnsProps & { readonly column: ColumnView }) {
  const { t } = useWords()
  const what = () => props.layout.what
  const nameOf = (target: string) => {
    const [first = '', second] = target.split('.')
    if (second === undefined) return fieldTitle(t, what(), first)
    return t('exchange.layout.more', { field: t(`records.${what()}.lists.${first}` as PlainPath) })
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
      onCommit={(target) => props.onLayout(sentTo(props.layout, props.column.name, target))}
    />
  )
}
