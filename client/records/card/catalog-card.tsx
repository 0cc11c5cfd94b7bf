import { type JSX, Match, Show, Switch } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { formFieldsOf } from '../../../shared/custom/known.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { Tabs, type TabsProps } from '../../ui/layout/tabs.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { createCurrency } from '../company.ts'
import { tabLedTo } from '../discussion/lead.ts'
import { RecordHistory } from '../history/record-history.tsx'
import { createLook } from '../presence/presence.tsx'
import { Watchers } from '../presence/watchers.tsx'
import { createRemoval } from '../removal/ask-removal.tsx'
import { placeOf } from '../removal/standing.tsx'
import { oneLabel } from '../words/labels.ts'
import { createAboutTabs } from './about-tabs.tsx'
import { createDoubled } from './doubled.ts'
import { RecordForm } from './record-form.tsx'
import { createWriting } from './writing.ts'

/** What the card of a record is given. */
export interface CatalogCardProps {
  readonly collection: CollectionName
  readonly id: string
  readonly form: readonly string[]
  readonly readOnly: boolean
  /** It is to be made with these values, and filled in. */
  readonly begins: JsonObject | undefined
  readonly onClose: () => void
  /** The record as its form shows it, where that is more than what is written of it. */
  readonly shown?: ((row: JsonObject) => JsonObject) | undefined
  /** Writes its fields, where a command of their own does so; it makes the record where it is not there. */
  readonly set?: ((id: string, values: JsonObject) => Promise<unknown>) | undefined
  /** What stands at the end of a field of the form. */
  readonly ends?: { readonly [field: string]: () => JSX.Element } | undefined
  /** What can be done with it, in the head of the card. */
  readonly acts?: ((id: string) => JSX.Element) | undefined
  /** What «История» tells besides that of the record itself. */
  readonly pasts?: (() => JSX.Element) | undefined
  /** What stands over the tabs. */
  readonly above?: (id: string) => JSX.Element
  readonly below?: (id: string) => JSX.Element
  /** Tabs behind the form. */
  readonly tabs?: ((id: string) => TabsProps['tabs']) | undefined
  /** People work with it: it has what is said about it, and its files. */
  readonly discussed?: boolean | undefined
}

/** The card of a record with its form, and removing it with an undo. */
export function CatalogCard(props: CatalogCardProps) {
  const { t } = useWords()
  const acts = useActs()
  const currency = createCurrency()
  const record = createRecord<Collection>(COLLECTIONS[props.collection], () => props.id)
  const at = () => ({ collection: props.collection, id: props.id })
  const about = () => `${props.collection}/${props.id}`
  const isStill = () => record()?.row?.gone === true || record()?.row?.newer === true
  const aboutTabs = props.discussed ? createAboutTabs(about, isStill) : () => []
  createLook(props.collection, () => props.id)
  const write = createWriting(props)
  const isHere = () => record()?.row || (record() && props.begins)
  const values = () => {
    const row = record()?.row as unknown as JsonObject | null
    return (row ? (props.shown?.(row) ?? row) : (props.begins ?? {})) as { readonly [name: string]: unknown }
  }
  const name = () => String(values().name ?? values().subject ?? values().code ?? '')
  const doubled = createDoubled(props.collection, () => props.id, values)
  const added = () => formFieldsOf(props.collection, values(), props.begins !== undefined)
  const main = () => (
    <>
      <RecordForm
        collection={props.collection}
        id={props.id}
        fields={[...props.form, ...added().map(({ name }) => name)]}
        values={values()}
        currency={currency()}
        readOnly={props.readOnly}
        fresh={props.begins !== undefined}
        apart={record()?.apart ?? []}
        doubtOf={doubled}
        ends={props.ends}
        onCommit={write}
      />
      {props.below?.(props.id)}
    </>
  )
  const history = () => (
    <>
      <RecordHistory {...at()} currency={currency()} readOnly={props.readOnly || record()?.row?.gone === true} />
      {props.pasts?.()}
    </>
  )
  return (
    <SideCard
      over={t(oneLabel(props.collection))}
      title={isHere() && (name() || <span class="dim">{t('common.nameless')}</span>)}
      onClose={props.onClose}
      actions={
        <>
          <Watchers {...at()} />
          {props.acts?.(props.id)}
        </>
      }
      footer={
        <Show when={!props.readOnly && record()?.row?.gone === false}>
          <Removing collection={props.collection} id={props.id} name={name()} onRemoved={props.onClose} />
        </Show>
      }
    >
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={record() && !isHere()}>
          <EmptyState title={t('errors.record-missing')} />
        </Match>
        <Match when={isHere()}>
          <Show when={record()?.row?.gone}>
            <Banner
              look="warn"
              action={{ label: t('common.restore'), run: () => void acts.run('restoreRecord', at()) }}
            >
              {t('settings.removed')}
            </Banner>
          </Show>
          {props.above?.(props.id)}
          <Tabs
            label={name() || t('common.nameless')}
            lead={tabLedTo(about())}
            tabs={[
              { id: 'main', label: t('orders.tabs.main'), content: main },
              ...(props.tabs?.(props.id) ?? []),
              ...aboutTabs(),
              { id: 'history', label: t('orders.tabs.history'), content: history },
            ]}
          />
        </Match>
      </Switch>
    </SideCard>
  )
}

interface RemovingProps {
  readonly collection: CollectionName
  readonly id: string
  readonly name: string
  readonly onRemoved: () => void
}

/** Removes the record, and asks before where others refer to it. */
function Removing(props: RemovingProps) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    const at = { collection: props.collection, id: props.id }
    if (await acts.run('removeRecord', at, t('settings.removed'))) props.onRemoved()
  }
  const removal = createRemoval({
    place: () => placeOf(props.collection, [props.id]),
    record: () => ({ collection: props.collection, ids: [props.id] }),
    name: () => props.name,
    remove,
  })
  return (
    <>
      <Button look="ghost" onClick={removal.press}>
        {t('common.remove')}
      </Button>
      {removal.dialog()}
    </>
  )
}
