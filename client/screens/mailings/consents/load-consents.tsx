import FileUp from 'lucide-solid/icons/file-up'
import { createSignal, Show } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { type ConsentPlan, ownerKey, planConsents } from './plan.ts'
import { Preview } from './preview.tsx'

/** So many consents are written in one act: what one update holds is bounded. */
const PART = 500

/** «Загрузить согласия»: a file is chosen, looked at, and taken in. */
export default function LoadConsents(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const loading = createLoading(() => props.onClose())
  let input!: HTMLInputElement
  return (
    <Dialog
      open={props.open}
      title={t('mailings.load.title')}
      size="wide"
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={loading.toTake() === 0 || loading.isBusy()}
            onClick={() => void loading.take()}
          >
            {t('mailings.load.take', { n: loading.toTake() })}
          </Button>
        </>
      }
    >
      <div class="consents-load">
        <p class="dim">{t('mailings.load.about')}</p>
        <p>
          <Button icon={FileUp} disabled={loading.isBusy()} onClick={() => input.click()}>
            {t('mailings.load.choose')}
          </Button>{' '}
          <span class="dim">{loading.name()}</span>
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,.xlsx"
          aria-label={t('mailings.load.choose')}
          onChange={() => {
            const [file] = input.files ?? []
            if (file) void loading.choose(file)
            // The same file may be chosen once more, when it has been put right.
            input.value = ''
          }}
        />
        <Show when={loading.problem()}>{(problem) => <Banner look="warn">{problem()}</Banner>}</Show>
        <Show when={loading.plan()}>{(plan) => <Preview plan={plan()} />}</Show>
      </div>
    </Dialog>
  )
}

function createLoading(onDone: () => void) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const [name, setName] = createSignal('')
  const [plan, setPlan] = createSignal<ConsentPlan | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    await acts.attempt(work)
    setBusy(false)
  }
  const toBeTaken = () => plan()?.foreseen.filter(({ taken }) => taken === 'agrees' || taken === 'withdraws') ?? []
  return {
    name,
    plan,
    problem,
    isBusy,
    toTake: () => toBeTaken().length,
    choose: (file: File) =>
      during(async () => {
        setName(file.name)
        setPlan(null)
        setProblem(null)
        const made = await planConsents(data, file)
        if (made === null) setProblem(t('mailings.load.unread'))
        else if (made.file.columns.to === null || made.file.columns.at === null)
          setProblem(t('mailings.load.noColumns'))
        else setPlan(made)
      }),
    take: () =>
      during(async () => {
        const all = toBeTaken().map(({ row: { line: _, ...row } }) => ({
          ...row,
          customer: plan()?.owners.get(ownerKey(row.way, row.to)) ?? null,
        }))
        for (let at = 0; at < all.length; at += PART)
          await data.run('takeConsents', { consents: all.slice(at, at + PART) })
        toasts.show({ text: t('mailings.load.done', { n: all.length }) })
        onDone()
      }),
  }
}
