import { createMemo, Match, mapArray, Show, Switch } from 'solid-js'
import { keyOf } from '../../../../shared/funnel/index.ts'
import { createClock } from '../../../records/funnel/clock.ts'
import { createReport } from '../../../records/funnel/use-report.ts'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { type Figure, type Part, partsOf } from '../figures/figure.ts'
import { OF_PERIOD } from '../view/view.ts'
import { BehindList } from './behind-list.tsx'
import { useFigureTitle } from './use-title.ts'
import './behind.css'

/** The orders behind the figure that the address names. */
export function Behind() {
  const funnel = useFunnel()
  const { title, under } = useFigureTitle()
  const figure = createMemo(() => funnel.view().figure)
  const titleNow = () => {
    const present = figure()
    return present ? title(present) : ''
  }
  return (
    <Dialog open={figure() !== null} title={titleNow()} size="wide" onClose={funnel.closeFigure}>
      <Show when={figure()}>
        {(present) => (
          <>
            <p class="behind-under">{under(present())}</p>
            <Lists figure={present()} />
          </>
        )}
      </Show>
    </Dialog>
  )
}

/** One list, or several to choose from. They stay while the report changes. */
function Lists(props: { readonly figure: Figure }) {
  const { t } = useWords()
  const report = createBehindReport()
  const block = () => report()?.blocks.find((one) => keyOf(one) === keyOf(props.figure))
  const parts = createMemo(() => partsOf(props.figure, block()))
  const only = () => (parts().length === 1 ? parts()[0] : undefined)
  const tabs = createTabs(() => props.figure, parts)
  return (
    <Switch>
      <Match when={only()}>{(part) => <BehindList figure={part().figure} />}</Match>
      <Match when={parts().length > 1}>
        <Tabs label={t('funnel.behindParts')} tabs={tabs()} />
      </Match>
      <Match when={report()}>
        <p>{t('funnel.noOrders')}</p>
      </Match>
    </Switch>
  )
}

/** The report in which the figure stands: the one on the screen, or that of the other days it is of. */
function createBehindReport() {
  const funnel = useFunnel()
  const isOfPeriod = () => funnel.view().figureOf === OF_PERIOD
  const other = createReport(() => (isOfPeriod() ? null : (funnel.behind()?.query ?? null)), createClock())
  return () => (isOfPeriod() ? funnel.answer() : other())
}

/** A tab for each part, which stays itself while its part changes. */
function createTabs(figure: () => Figure, parts: () => readonly Part[]) {
  const label = useLabel(figure)
  const partOf = (id: string) => parts().find((part) => part.id === id)
  const tabOf = (id: string) => ({
    id,
    get label() {
      const part = partOf(id)
      return part ? label(part) : ''
    },
    get count() {
      return partOf(id)?.count
    },
    content: () => <Show when={partOf(id)}>{(part) => <BehindList figure={part().figure} />}</Show>,
  })
  return createMemo(mapArray(() => parts().map((part) => part.id), tabOf))
}

function useLabel(figure: () => Figure): (part: Part) => string {
  const { t } = useWords()
  const funnel = useFunnel()
  const { placed } = useFigureTitle()
  return ({ of }) => {
    if (of === 'all') return t('funnel.allParts')
    return 'state' in of ? placed(figure().kind, of.state) : funnel.names.reason(of.reason).name
  }
}
