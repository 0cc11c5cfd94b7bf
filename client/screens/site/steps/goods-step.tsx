import { Show } from 'solid-js'
import { customFieldsOf } from '../../../../shared/custom/known.ts'
import { priceTypes, productGroups } from '../../../../shared/goods/collections.ts'
import { groupPath, groupsInOrder } from '../../../../shared/goods/groups/tree.ts'
import { SITE } from '../../../../shared/site/collections.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import { MultiSelect } from '../../../ui/inputs/choice/multi-select.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { StepProps } from './step-props.ts'

/** At which prices, which groups, with or without stock. */
export function GoodsStep(props: StepProps) {
  const { t } = useWords()
  const set = createSet()
  const types = createEvery(priceTypes)
  const groups = createEvery(productGroups)
  const offered = () => types().filter(({ gone, id }) => !gone || id === props.site.priceType)
  const inOrder = () => groupsInOrder(groups()).map(({ group }) => ({ value: group.id, label: path(group.id) }))
  const path = (id: string) => groupPath(groups(), id).join(' / ')
  const chosen = () => props.site.groups.map(path).filter(Boolean).join(', ') || t('siteSetup.goods.allGroups')
  const fields = () => customFieldsOf('products').filter(({ type }) => type === 'number')
  return (
    <>
      <p class="dim">{t('siteSetup.goods.text')}</p>
      <Fields>
        <Select
          label={t('records.sites.fields.priceType')}
          value={props.site.priceType}
          clearable
          placeholder={t('siteSetup.goods.ownPrice')}
          readOnly={props.readOnly}
          options={offered().map(({ id, name }) => ({ value: id, label: name ?? '' }))}
          onCommit={(priceType) => set({ priceType })}
        />
        <MultiSelect
          label={t('siteSetup.goods.groups')}
          hint={t('siteSetup.goods.groupsText')}
          readOnly={props.readOnly}
          options={inOrder()}
          chosen={props.site.groups}
          text={chosen()}
          onChange={(chosen) => void set({ groups: [...chosen] })}
        />
        <Select
          label={t('siteSetup.goods.stockField')}
          hint={t('siteSetup.goods.stockText')}
          value={props.site.showsStock ? props.site.stockField : null}
          clearable
          placeholder={t('siteSetup.goods.noStock')}
          readOnly={props.readOnly}
          options={fields().map(({ name, field }) => ({ value: name, label: field.added?.title ?? name }))}
          onCommit={(stockField) => set({ stockField, showsStock: stockField !== null })}
        />
      </Fields>
      <Show when={props.site.published !== null} fallback={<p class="dim">{t('siteSetup.goods.notYet')}</p>}>
        <Show when={props.site.goods} fallback={<Banner look="warn">{t('siteSetup.goods.empty')}</Banner>}>
          {(n) => <p>{t('siteSetup.goods.now', { n: n() })}</p>}
        </Show>
      </Show>
    </>
  )
}

/** Writes fields of the site's record. */
export function createSet() {
  const data = useData()
  return (values: { readonly [field: string]: string | boolean | null | string[] }) =>
    data.run('setRecord', { collection: 'sites', id: SITE, values })
}
