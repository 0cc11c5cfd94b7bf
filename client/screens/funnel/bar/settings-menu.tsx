import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { For } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { OPTIONAL, type OptionalColumn } from '../figures/columns.ts'
import { useTitles } from '../figures/use-titles.ts'
import { FIRST_VIEW } from '../view/view.ts'

/** How orders are counted, and columns that are off at first. */
export function SettingsMenu() {
  const { t } = useWords()
  return (
    <Popover
      label={t('funnel.settings')}
      class="funnel-pop"
      trigger={(attributes) => (
        <Button {...attributes} icon={SlidersHorizontal}>
          <span class="menu-name">{t('funnel.settings')}</span>
        </Button>
      )}
    >
      {() => (
        <>
          <HowToCount />
          <MoreColumns />
        </>
      )}
    </Popover>
  )
}

function MoreColumns() {
  const { t } = useWords()
  const funnel = useFunnel()
  const { title, hint } = useTitles()
  const toggle = (column: OptionalColumn, isOn: boolean) => {
    const { columns, order } = funnel.view()
    funnel.change({
      columns: OPTIONAL.filter((one) => (one === column ? isOn : columns.includes(one))),
      // What is not in view sorts nothing.
      ...(order.by === column && !isOn ? { order: FIRST_VIEW.order } : {}),
    })
  }
  return (
    <fieldset class="multi-choice">
      <legend>{t('funnel.moreColumns')}</legend>
      <For each={OPTIONAL}>
        {(column) => (
          <Checkbox
            label={title(column)}
            hint={hint(column)}
            checked={funnel.view().columns.includes(column)}
            onCommit={(isOn) => toggle(column, isOn)}
          />
        )}
      </For>
    </fieldset>
  )
}

function HowToCount() {
  const { t } = useWords()
  const funnel = useFunnel()
  return (
    <>
      <Segmented
        label={t('funnel.mode.label')}
        value={funnel.view().mode}
        options={(['reached', 'visited'] as const).map((value) => ({ value, label: t(`funnel.mode.${value}`) }))}
        onCommit={(mode) => funnel.change({ mode })}
      />
      <Segmented
        label={t('funnel.basis.label')}
        value={funnel.view().basis}
        options={(['order', 'move'] as const).map((value) => ({ value, label: t(`funnel.basis.${value}`) }))}
        onCommit={(basis) => funnel.change({ basis })}
      />
      <Segmented
        label={t('funnel.moment.label')}
        value={funnel.view().moment}
        options={(['now', 'end'] as const).map((value) => ({ value, label: t(`funnel.moment.${value}`) }))}
        onCommit={(moment) => funnel.change({ moment })}
      />
    </>
  )
}
