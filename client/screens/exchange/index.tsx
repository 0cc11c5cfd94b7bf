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

function Exchange(props: { readonly offered: readonly LaidOut[] }) {
  const { t } = useWords()
  const work = createImport()
  return (
    <div class="exchange">
      <p class="dim">{t('exchange.lead')}</p>
      <ChooseFile name={work.name()} isBusy={work.doing() !== null} onFile={(file) => void work.open(file)} />
      <Show when={work.problem()}>{(problem) => <Problem problem={problem()} />}</Show>
      <Show when={work.file()}>
        {(file) => <AboutFile file={file()} at={work.at()} onTable={work.showTable} isBusy={work.doing() !== null} />}
      </Show>
      <Show when={arranged(work)}>
        {(shown) => (
          <Columns
            table={shown().table}
            layout={shown().layout}
            offered={props.offered}
            isRemembered={work.isRemembered()}
            isBusy={work.doing() !== null}
            isChecked={work.plan() !== null}
            onLayout={(layout) => work.arrange(layout)}
            onCheck={() => void work.check()}
          />
        )}
      </Show>
      <Show when={work.orderCount()}>
        {(count) => (
          <IntoKind
            count={count()}
            kinds={work.orders.kinds()}
            chosen={work.orders.chosen()}
            isBusy={work.doing() !== null}
            isChecked={work.plan() !== null}
            onChange={work.orders.change}
            onCheck={() => void work.checkOrders()}
          />
        )}
      </Show>
      <Show when={statementOf(work)}>
        {(shown) => <Statement {...shown()} isBusy={work.doing() !== null} onEnter={() => void work.enter()} />}
      </Show>
      <Doing work={work} />
      <Show when={work.isStopped()}>
        <Banner>{t('exchange.stopped')}</Banner>
      </Show>
      <Show when={planned(work)}>
        {(shown) => (
          <Preview
            plan={shown().plan}
            what={shown().what}
            isBusy={work.doing() !== null}
            onTake={() => void work.take()}
            onRefused={() => void work.saveRefused()}
          />
        )}
      </Show>
      <Show when={work.taken()}>{(taken) => <Result counts={taken().counts} onUndo={work.undo} />}</Show>
      <Show when={work.statement.done()}>{(done) => <Entered done={done()} onUndo={work.undoStatement} />}</Show>
      <Export />
    </div>
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
