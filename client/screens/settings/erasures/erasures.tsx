import Copy from 'lucide-solid/icons/copy'
import { createSignal, For, Show } from 'solid-js'
import { company, people } from '../../../../shared/company/collections.ts'
import { type Erasure, erasures } from '../../../../shared/erasures/collections.ts'
import { keysIn } from '../../../../shared/erasures/person.ts'
import { Failure, isFailureCode } from '../../../../shared/errors.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import { EraseDialog } from '../../../records/erasing/erase-dialog.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { copied } from '../../../ui/inputs/typed/copied.ts'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** «Удаление персональных данных»: who was erased on what ground (never whom), and one by an address alone. */
export function ErasuresPage() {
  const { t } = useWords()
  const { role } = useData().account
  return (
    <Page title={t('erasures.title')}>
      <div class="page-column">
        <Show when={role === 'owner'} fallback={<Banner>{t('erasures.ownerOnly')}</Banner>}>
          <p class="dim">{t('erasures.text')}</p>
          <Done />
          <ByAddress />
        </Show>
      </div>
    </Page>
  )
}

function Done() {
  const { t } = useWords()
  const every = createEvery(erasures)
  const rows = () => [...every()].sort((a, b) => (b.begun ?? 0) - (a.begun ?? 0))
  return (
    <Show when={rows().length > 0} fallback={<p class="erasures-none">{t('erasures.none')}</p>}>
      <ul class="erasures-list">
        <For each={rows()}>{(row) => <One row={row} />}</For>
      </ul>
    </Show>
  )
}

function One(props: { readonly row: Erasure }) {
  const { t, format, sentence } = useWords()
  const toasts = useToasts()
  const staff = createEvery(people)
  const companies = createEvery(company)
  const by = () => staff().find(({ user }) => user === props.row.by)?.name ?? t('common.nameless')
  const counts = () => ({
    records: format.integer(props.row.records ?? 0),
    entries: format.integer(props.row.entries ?? 0),
    files: format.integer(props.row.files ?? 0),
  })
  const when = () => format.when(props.row.ended ?? props.row.begun ?? 0)
  const trouble = () => {
    const code = props.row.trouble ?? ''
    return props.row.state === 'stuck' && isFailureCode(code) ? sentence(new Failure(code)) : null
  }
  const copy = async () => {
    const words = {
      ...counts(),
      when: format.day(props.row.ended ?? props.row.begun ?? 0),
      ground: props.row.ground ?? '',
      company: companies()[0]?.name ?? '',
    }
    if (await copied(t('erasures.paperText', words))) toasts.show({ text: t('common.copied') })
  }
  return (
    <li>
      <h3>{props.row.ground}</h3>
      <Show when={trouble()}>{(text) => <Banner look="loss">{text()}</Banner>}</Show>
      <dl class="facts">
        <Fact name={t('erasures.state')}>{t(`records.choices.${props.row.state ?? 'askedFor'}`)}</Fact>
        <Fact name={t('erasures.when')}>{when()}</Fact>
        <Fact name={t('erasures.by')}>{by()}</Fact>
        <Fact name={t('erasures.done')}>{t('erasures.doneText', counts())}</Fact>
        <Fact name={t('erasures.copies')}>{copiesOf(props.row) || t('erasures.noCopies')}</Fact>
      </dl>
      <Show when={props.row.state === 'erased'}>
        <Button icon={Copy} onClick={() => void copy()}>
          {t('erasures.paper')}
        </Button>
      </Show>
    </li>
  )

  function copiesOf({ backups }: Erasure): string {
    const made = (backups ?? '').split('\n').flatMap((line) => line.split(' ')[1] ?? [])
    return made.map((one) => format.day(Number(one))).join(', ')
  }
}

function ByAddress() {
  const { t } = useWords()
  const [address, setAddress] = createSignal('')
  const [isOpen, setOpen] = createSignal(false)
  const [isTried, setTried] = createSignal(false)
  const isSound = () => keysIn(address()).length > 0
  return (
    <Section title={t('erasures.ofAddress')}>
      <p class="dim">{t('erasures.addressText')}</p>
      <TextField
        label={t('erasures.address')}
        error={isTried() && !isSound() ? t('erasures.addressWrong') : undefined}
        value={address() || null}
        onCommit={(text) => setAddress(text ?? '')}
      />
      <div>
        <Button
          onClick={() => {
            setTried(true)
            if (isSound()) setOpen(true)
          }}
        >
          {t('erasures.look')}
        </Button>
      </div>
      <Show when={isOpen()}>
        <EraseDialog
          title={t('erasures.of', { name: address() })}
          sought={{ address: address() }}
          onClose={() => {
            setOpen(false)
            setTried(false)
          }}
        />
      </Show>
    </Section>
  )
}
