import { createMemo, For, Match, Switch } from 'solid-js'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { type Figure, type Part, partsOf } from '../figures/figure.ts'
import { keyOf } from '../figures/line.ts'
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
      <Switch>
        <Match when={figure()}>
          {(present) => (
            <>
              <p class="behind-under">{under(present())}</p>
              <Lists figure={present()} />
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

/** One list, or several to choose from. */
function Lists(props: { readonly figure: Figure }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const block = () => funnel.answer()?.report.blocks.find((one) => keyOf(one) === keyOf(props.figure))
  const parts = createMemo(() => partsOf(props.figure, block()))
  const label = useLabel(() => props.figure)
  const tabs = () =>
    parts().map((part) => ({
      id: part.id,
      label: label(part),
      count: part.count,
      content: () => <BehindList figure={part.figure} />,
    }))
  return (
    <Switch>
      <Match when={parts().length === 1}>
        <For each={parts()}>{(part) => <BehindList figure={part.figure} />}</For>
      </Match>
      <Match when={parts().length > 1}>
        <Tabs label={t('funnel.behindParts')} tabs={tabs()} />
      </Match>
    </Switch>
  )
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
