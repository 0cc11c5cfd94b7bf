import { Show } from 'solid-js'
import { LAID_OUT, type LaidOut } from '../../../shared/importing/layout/layout.ts'
import type { FileProblem } from '../../../shared/importing/reading/problem.ts'
import { useMayWrite } from '../../records/rights.ts'
import { Page } from '../../ui/layout/page.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { ProgressBar } from '../../ui/work/progress-bar.tsx'
import { Export } from './export/export.tsx'
import { createImport, type Import } from './import/create-import.ts'
import { IntoKind } from './orders/into-kind.tsx'
import { AboutFile } from './parts/about-file.tsx'
import { ChooseFile } from './parts/choose-file.tsx'
import { Columns } from './parts/columns.tsx'
import { Preview } from './parts/preview.tsx'
import { Result } from './parts/result.tsx'
import { Entered } from './statement/entered.tsx'
import { Statement } from './statement/statement.tsx'
import './exchange.css'

/** «Импорт и экспорт»: a file is chosen, its columns are told where to go, what will come of it is looked at, and it is taken in. */
export default function ExchangeScreen() {
  const { t } = useWords()
  const offered = LAID_OUT.filter((what) => useMayWrite(what))
  return (
    <Page title={t('exchange.title')}>
      <Show
        when={offered.length > 0}
        fallback={<EmptyState title={t('exchange.forbidden.title')} text={t('exchange.forbidden.text')} />}
      >
        <Exchange offered={offered} />
      </Show>
    </Page>
  )
}

/** One step below the other: what stands there is known of the steps above it. */
function Exchange(props: { readonly offered: readonly LaidOut[] }) {
  const { t } = useWords()
  const work = createImport()
  return (
    <div class="exchange">
      <p class="dim">{t('exchange.lead')}</p>
      <Chosen work={work} />
      <Arrange work={work} offered={props.offered} />
      <Doing work={work} />
      <Outcome work={work} />
      <Export />
    </div>
  )
}

/** The file, and what is known of it, or why it cannot be read. */
function Chosen(props: { readonly work: Import }) {
  const isBusy = () => props.work.doing() !== null
  return (
    <>
      <ChooseFile name={props.work.name()} isBusy={isBusy()} onFile={(file) => void props.work.open(file)} />
      <Show when={props.work.problem()}>{(problem) => <Problem problem={problem()} />}</Show>
      <Show when={props.work.file()}>
        {(file) => <AboutFile file={file()} at={props.work.at()} onTable={props.work.showTable} isBusy={isBusy()} />}
      </Show>
    </>
  )
}

/** What is to be said before it is taken in: where columns go, into which kind orders, what payments are for. */
function Arrange(props: { readonly work: Import; readonly offered: readonly LaidOut[] }) {
  const isBusy = () => props.work.doing() !== null
  const isChecked = () => props.work.plan() !== null
  return (
    <>
      <Show when={arranged(props.work)}>
        {(shown) => (
          <Columns
            {...shown()}
            offered={props.offered}
            isRemembered={props.work.isRemembered()}
            isBusy={isBusy()}
            isChecked={isChecked()}
            onLayout={(layout) => props.work.arrange(layout)}
            onCheck={() => void props.work.check()}
          />
        )}
      </Show>
      <Show when={props.work.orderCount()}>
        {(count) => (
          <IntoKind
            count={count()}
            kinds={props.work.orders.kinds()}
            chosen={props.work.orders.chosen()}
            isBusy={isBusy()}
            isChecked={isChecked()}
            onChange={props.work.orders.change}
            onCheck={() => void props.work.checkOrders()}
          />
        )}
      </Show>
      <Show when={statementOf(props.work)}>
        {(shown) => <Statement {...shown()} isBusy={isBusy()} onEnter={() => void props.work.enter()} />}
      </Show>
    </>
  )
}

/** What will come of it, and what has. */
function Outcome(props: { readonly work: Import }) {
  const { t } = useWords()
  return (
    <>
      <Show when={props.work.isStopped()}>
        <Banner>{t('exchange.stopped')}</Banner>
      </Show>
      <Show when={planned(props.work)}>
        {(shown) => (
          <Preview
            {...shown()}
            isBusy={props.work.doing() !== null}
            onTake={() => void props.work.take()}
            onRefused={() => void props.work.saveRefused()}
          />
        )}
      </Show>
      <Show when={props.work.taken()}>{(taken) => <Result counts={taken().counts} onUndo={props.work.undo} />}</Show>
      <Show when={props.work.statement.done()}>
        {(done) => <Entered done={done()} onUndo={props.work.undoStatement} />}
      </Show>
    </>
  )
}

/** A table with its layout, once there are both. */
function arranged(work: Import) {
  const [table, layout] = [work.table(), work.layout()]
  return table && layout ? { table, layout } : null
}

/** A bank's statement whose payments were looked for. */
function statementOf(work: Import) {
  const [file, payments] = [work.file()?.statement, work.statement.payments()]
  return file && payments ? { file, payments, work: work.statement } : null
}

function planned(work: Import) {
  const [plan, layout] = [work.plan(), work.layout()]
  return plan ? { plan, what: layout?.what ?? ('orders' as const) } : null
}

function Problem(props: { readonly problem: FileProblem }) {
  const { t } = useWords()
  return <Banner look="loss">{t(`importing.reading.${props.problem.code}`, props.problem.params)}</Banner>
}

/** What is under way: how far it is, and its stop. */
function Doing(props: { readonly work: Import }) {
  const { t } = useWords()
  return (
    <Show when={props.work.doing()}>
      {(doing) => (
        <Show when={props.work.progress()} fallback={<Skeleton lines={2} />}>
          {(progress) => (
            <ProgressBar label={t(`exchange.${doing()}`)} progress={progress()} onStop={props.work.stop} />
          )}
        </Show>
      )}
    </Show>
  )
}
