import { For, Show } from 'solid-js'
import { useData } from './data/page/solid.tsx'
import type { CutOff, StatusAnswer } from './data/queries/query.ts'
import { Banner } from './ui/signs/banner.tsx'
import { useWords } from './ui/words/words.tsx'

/** What was cut off in the middle, by leaving the page or a crash, and what became of it, until it is read. */
export function CutOffBanner(props: { readonly status: StatusAnswer | undefined }) {
  const data = useData()
  const { t } = useWords()
  return (
    <For each={props.status?.cutOff}>
      {(one) => (
        <Banner
          look={one.failure === null ? 'info' : 'loss'}
          action={{ label: t('shell.cutOff.read'), run: () => void data.heard(one.act) }}
        >
          {t(`shell.cutOff.what.${whatOf(one)}`)} <Outcome of={one} />
        </Banner>
      )}
    </For>
  )
}

function Outcome(props: { readonly of: CutOff }) {
  const { t } = useWords()
  return (
    <Show
      when={props.of.failure}
      fallback={
        <>
          {t(`shell.cutOff.done.${whatOf(props.of) === 'undoAct' ? 'forth' : 'back'}`, { n: props.of.undone })}{' '}
          <Show when={props.of.kept}>{(n) => t('shell.cutOff.kept', { n: n() })}</Show>
        </>
      }
    >
      {(code) => (
        <>
          {t('shell.cutOff.failed')} {t(`errors.${code()}`)}
        </>
      )}
    </Show>
  )
}

/** Acts over many that have words of their own. */
function whatOf({ name }: CutOff): 'importRecords' | 'takeStatement' | 'undoAct' | 'other' {
  return name === 'importRecords' || name === 'takeStatement' || name === 'undoAct' ? name : 'other'
}
