import Copy from 'lucide-solid/icons/copy'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Inbox from 'lucide-solid/icons/inbox'
import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For } from 'solid-js'
import { Failure } from '../../../shared/errors.ts'
import { Button, IconButton } from '../actions/button.tsx'
import { Kbd, Link, LinkButton } from '../actions/link.tsx'
import { TextField } from '../inputs/typed/text-field.tsx'
import { Avatar } from '../layout/avatar.tsx'
import { Banner } from '../layout/banner.tsx'
import { EmptyState } from '../layout/empty-state.tsx'
import { Tabs } from '../layout/tabs.tsx'
import { ProgressBar, Skeleton } from '../layout/waiting.tsx'
import { HUES } from '../look/hues.ts'
import { ConfirmDialog } from '../overlays/confirm-dialog.tsx'
import { Dialog } from '../overlays/dialog.tsx'
import { Menu } from '../overlays/menu.tsx'
import { Popover } from '../overlays/popover.tsx'
import { useToasts } from '../overlays/toast.tsx'
import { Tooltip } from '../overlays/tooltip.tsx'
import { StateChip } from '../state/state-chip.tsx'
import { StatePick } from '../state/state-pick.tsx'
import { useWords } from '../words/words.tsx'
import { KINDS, PEOPLE, STATES } from './samples.ts'
import { Line, Specimen } from './specimen.tsx'

export function ButtonSpecimens() {
  const { t } = useWords()
  return (
    <Specimen name="Button, IconButton, Link, Kbd">
      <Line>
        <Button look="primary" icon={Plus}>
          {t('common.create')}
        </Button>
        <Button>{t('common.cancel')}</Button>
        <Button look="ghost">{t('common.more')}</Button>
        <Button look="loss">{t('common.remove')}</Button>
      </Line>
      <Line>
        <Button look="primary" busy>
          {t('common.save')}
        </Button>
        <Button look="primary" disabled>
          {t('common.save')}
        </Button>
        <Button disabled>{t('common.save')}</Button>
        <Button size="small" icon={Pencil}>
          {t('common.edit')}
        </Button>
        <Button size="small" look="ghost">
          {t('common.edit')}
        </Button>
      </Line>
      <Line>
        <IconButton icon={Ellipsis} label={t('common.more')} />
        <IconButton icon={Pencil} label={t('common.edit')} look="plain" />
        <IconButton icon={Copy} label={t('common.copy')} on />
        <IconButton icon={Trash} label={t('common.remove')} disabled />
        <Link href="#Table">Table</Link>
        <LinkButton onClick={() => {}}>{t('common.open')}</LinkButton>
        <Kbd>G</Kbd>
        <Kbd>Ctrl</Kbd>
        <For each={PEOPLE}>{(name) => <Avatar name={name} />}</For>
        <Avatar name={PEOPLE[0]} size="small" />
      </Line>
    </Specimen>
  )
}

export function StateSpecimens() {
  const { t } = useWords()
  const [at, setAt] = createSignal({ kind: 'kitchens', state: 's4' })
  return (
    <Specimen name="StateChip, StatePick">
      <Line>
        <For each={STATES}>
          {(state, index) => <StateChip name={state.name} hue={state.hue} number={index() + 1} />}
        </For>
        <StateChip name={t('common.state.unknown')} hue={null} missing />
        <StateChip name="null" hue={null} />
      </Line>
      <Line>
        <For each={HUES}>{(hue) => <StateChip name={String(hue)} hue={hue} />}</For>
      </Line>
      <StatePick label="StatePick" kinds={KINDS} kind={at().kind} state={at().state} onPick={setAt} />
      <StatePick
        label="StatePick, missing"
        kinds={KINDS}
        kind="kitchens"
        state="gone"
        stateName="Снято с вида"
        stateHue={25}
        onPick={setAt}
      />
      <StatePick label="readOnly" kinds={KINDS} kind="shop" state="supply" onPick={setAt} readOnly />
    </Specimen>
  )
}

export function OverlaySpecimens() {
  const { t } = useWords()
  const toasts = useToasts()
  const [open, setOpen] = createSignal<'dialog' | 'confirm' | null>(null)
  const [theme, setTheme] = createSignal('system')
  const refuse = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    throw new Failure('still-used')
  }
  return (
    <Specimen name="Dialog, ConfirmDialog, Menu, Popover, Tooltip, Toast">
      <Line>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('confirm')}>ConfirmDialog</Button>
        <Menu
          label="Menu"
          trigger={(attributes) => <Button {...attributes}>Menu</Button>}
          items={[
            {
              label: t('common.edit'),
              icon: Pencil,
              keys: 'E',
              onSelect: () => toasts.show({ text: t('common.edit') }),
            },
            { label: t('common.copy'), icon: Copy, disabled: true, onSelect: () => {} },
            'line',
            {
              choice: {
                label: t('shell.user.theme'),
                value: theme(),
                options: [
                  { value: 'system', label: t('shell.user.system') },
                  { value: 'dark', label: t('shell.user.dark') },
                ],
                onChange: setTheme,
              },
            },
            'line',
            { label: t('common.remove'), icon: Trash, destroys: true, onSelect: () => setOpen('confirm') },
          ]}
        />
        <Popover label="Popover" trigger={(attributes) => <Button {...attributes}>Popover</Button>}>
          {(close) => (
            <div style={{ padding: '14px', display: 'grid', gap: '12px' }}>
              <TextField label="TextField" value="" onCommit={() => {}} />
              <Button onClick={close}>{t('common.done')}</Button>
            </div>
          )}
        </Popover>
        <Tooltip text="Tooltip" keys="T" trigger={(attributes) => <Button {...attributes}>Tooltip</Button>} />
        <Button
          onClick={() => toasts.show({ text: t('common.copied'), action: { label: t('common.undo'), run: () => {} } })}
        >
          Toast
        </Button>
        <Button onClick={() => toasts.show({ text: t('errors.role-forbids'), kind: 'bad' })}>Toast, bad</Button>
      </Line>
      <Dialog
        open={open() === 'dialog'}
        title="Dialog"
        onClose={() => setOpen(null)}
        footer={
          <>
            <Button onClick={() => setOpen(null)}>{t('common.cancel')}</Button>
            <Button look="primary" onClick={() => setOpen(null)}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <TextField label={t('records.customers.fields.name')} value="ДЕНЕЖНИКОВО" onCommit={() => {}} />
        <StatePick label="StatePick" kinds={KINDS} kind="kitchens" state="s1" onPick={() => {}} />
      </Dialog>
      <ConfirmDialog
        open={open() === 'confirm'}
        title={`${t('common.remove')}?`}
        act={t('common.remove')}
        destroys
        onConfirm={refuse}
        onClose={() => setOpen(null)}
      >
        <p>onConfirm → still-used</p>
      </ConfirmDialog>
    </Specimen>
  )
}

export function LayoutSpecimens() {
  const { t } = useWords()
  const [done, setDone] = createSignal(1200)
  return (
    <Specimen name="Banner, Tabs, EmptyState, Skeleton, ProgressBar">
      <Banner>{t('errors.server-unreachable')}</Banner>
      <Banner look="warn" action={{ label: t('common.choose'), run: () => {} }}>
        Разошлись: вы перевели в «В производстве», Ведеркин в «Обсуждение КП»
      </Banner>
      <Banner look="loss">{t('errors.device-storage-full')}</Banner>
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'main', label: 'Главное', content: () => <p>1</p> },
          { id: 'events', label: 'События', count: 4, content: () => <Skeleton /> },
          { id: 'files', label: 'Файлы', content: () => <p>3</p> },
          { id: 'history', label: 'История', count: 12, content: () => <p>4</p> },
        ]}
      />
      <ProgressBar label="ProgressBar" value={done()} max={8800} onCancel={() => setDone(0)} />
      <EmptyState icon={Inbox} title={t('common.table.empty')} text={t('errors.record-missing')}>
        <Button look="primary" icon={Plus}>
          {t('common.create')}
        </Button>
      </EmptyState>
    </Specimen>
  )
}
