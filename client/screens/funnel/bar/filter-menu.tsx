import FunnelIcon from 'lucide-solid/icons/funnel'
import { createMemo, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import { SORTS, type Sort } from '../../../../shared/orders/collections.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import type { Option } from '../../../ui/inputs/choice/option.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { differencesOf, NO_FILTER } from '../view/differences.ts'
import type { Named } from '../view/names.ts'

/** Which orders take part: by sort, kind, manager and department. */
export function FilterMenu() {
  const { t } = useWords()
  const funnel = useFunnel()
  const count = createMemo(() => differencesOf(funnel.view()).filter(({ what }) => what in NAMES).length)
  return (
    <Popover
      label={t('funnel.filter')}
      class="funnel-pop"
      trigger={(attributes) => (
        <Button {...attributes} icon={FunnelIcon}>
          <span class="menu-name">{t('funnel.filter')}</span>
          <Show when={count() > 0}>
            <span class="badge">{count()}</span>
          </Show>
        </Button>
      )}
    >
      {() => <Filters />}
    </Popover>
  )
}

/** Differences that are made here. */
const NAMES = { sort: true, kind: true, manager: true, department: true }

function Filters() {
  const { t } = useWords()
  const funnel = useFunnel()
  const kinds = () => {
    const { sort } = funnel.view()
    return (funnel.names.kinds() ?? []).filter((kind) => sort === 'all' || kind.sort === sort)
  }
  return (
    <>
      <Segmented
        label={t('funnel.sort.label')}
        value={funnel.view().sort}
        options={(['all', ...offeredAt('sorts', SORTS)] as ('all' | Sort)[]).map((value) => ({
          value,
          label: t(`funnel.sort.${value}`),
        }))}
        onCommit={(sort) => funnel.change({ sort, kinds: [] })}
      />
      <MultiChoice
        label={t('funnel.kinds')}
        options={kinds().map(asOption)}
        chosen={funnel.view().kinds}
        onChange={(chosen) => funnel.change({ kinds: chosen })}
      />
      <MultiChoice
        label={t('funnel.managers')}
        options={funnel.names.managers().map(asOption)}
        chosen={funnel.view().managers}
        onChange={(managers) => funnel.change({ managers })}
      />
      <Show when={hasFeature('departments')}>
        <MultiChoice
          label={t('funnel.departments')}
          options={funnel.names.departments().map(asOption)}
          chosen={funnel.view().departments}
          onChange={(departments) => funnel.change({ departments })}
        />
      </Show>
      <Button look="ghost" size="small" onClick={() => funnel.change({ ...NO_FILTER, search: funnel.view().search })}>
        {t('funnel.reset')}
      </Button>
    </>
  )
}

function asOption({ id, name }: Named): Option {
  return { value: id, label: name ?? id }
}
