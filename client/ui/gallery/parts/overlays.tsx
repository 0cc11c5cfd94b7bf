import Copy from 'lucide-solid/icons/copy'
import Pencil from 'lucide-solid/icons/pencil'
import ShoppingCart from 'lucide-solid/icons/shopping-cart'
import Trash from 'lucide-solid/icons/trash'
import Users from 'lucide-solid/icons/users'
import { createMemo, createSignal } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { Button } from '../../actions/button.tsx'
import { Calendar } from '../../inputs/dates/calendar.tsx'
import { TextField } from '../../inputs/typed/text-field.tsx'
import { ConfirmDialog } from '../../overlays/confirm-dialog.tsx'
import { Dialog } from '../../overlays/dialog.tsx'
import { FinderFilters } from '../../overlays/finder/filters.tsx'
import { Finder } from '../../overlays/finder/finder.tsx'
import { Menu } from '../../overlays/panes/menu.tsx'
import { Popover } from '../../overlays/panes/popover.tsx'
import { Tooltip } from '../../overlays/panes/tooltip.tsx'
import { StatePick } from '../../state/state-pick.tsx'
import { useToasts } from '../../toasts/use-toasts.ts'
import { useWords } from '../../words/words.tsx'
import { KINDS, MANY, STATES, sampleOrder } from './samples.ts'
import { Line, Specimen } from './specimen.tsx'

export function OverlaySpecimens() {
  const { t, sentence } = useWords()
  const toasts = useToasts()
  const [open, setOpen] = createSignal<'dialog' | 'wide' | 'confirm' | 'finder' | null>(null)
  const [theme, setTheme] = createSignal('system')
  const refuse = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    throw new Failure('still-used')
  }
  const said = (error: unknown) => toasts.show({ text: sentence(error) })
  return (
    <Specimen name="Dialog, ConfirmDialog, Menu, Popover, Tooltip, Toast, Calendar, Finder, FinderFilters">
      <Line>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('wide')}>Dialog, wide</Button>
        <Button onClick={() => setOpen('confirm')}>ConfirmDialog</Button>
        <Button onClick={() => setOpen('finder')}>Finder</Button>
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
        <Popover label="Calendar" trigger={(attributes) => <Button {...attributes}>Calendar</Button>}>
          {(close) => <Calendar value="2026-09-18" onPick={close} />}
        </Popover>
        <Popover label="Popover" trigger={(attributes) => <Button {...attributes}>Popover</Button>}>
          {(close) => (
            <div style={{ padding: '14px', display: 'grid', gap: '12px' }}>
              <TextField label="TextField" value="" onCommit={() => {}} />
              <Button onClick={() => toasts.show({ text: t('common.copied') })}>Toast</Button>
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
        <Button onClick={() => void toasts.during(t('lists.sheet.saving'), work, 'file-stopped').catch(said)}>
          Toast, long work
        </Button>
      </Line>
      <FinderSpecimen open={open() === 'finder'} onClose={() => setOpen(null)} />
      <Dialog
        open={open() === 'dialog' || open() === 'wide'}
        size={open() === 'wide' ? 'wide' : 'normal'}
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
        <Button onClick={() => toasts.show({ text: t('common.copied') })}>Toast</Button>
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

/** Ten thousand rows, five seconds long. */
async function work({ onProgress, signal }: UnderWay): Promise<void> {
  for (let done = 0; done <= 10_000; done += 250) {
    signal.throwIfAborted()
    onProgress({ done, total: 10_000, way: 'forth' })
    await new Promise((resolve) => setTimeout(resolve, 125))
  }
}

/** The palette's field: orders and customers whose words begin so. */
function FinderSpecimen(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const [text, setText] = createSignal('')
  const [kind, setKind] = createSignal<string | null>(null)
  const fits = (label: string) => label.toLocaleLowerCase().includes(text().toLocaleLowerCase())
  const orders = Array.from({ length: 40 }, (_, index) => sampleOrder(index))
  const groups = createMemo(() =>
    [
      {
        heading: t('orders.titles.work'),
        rows: orders
          .filter(({ number, customer }) => fits(`${number} ${customer}`))
          .slice(0, 4)
          .map(({ id, number, customer, state }) => ({
            ...{ id, label: number, hint: customer, icon: ShoppingCart, run: () => {} },
            state: { name: STATES[state]?.name ?? '', hue: STATES[state]?.hue ?? null },
          })),
        note: t('palette.all', { n: 36 }),
      },
      {
        heading: t('records.customers.many'),
        rows: MANY.filter(({ label }) => fits(label))
          .slice(0, 3)
          .map(({ value, label, hint }) => ({ id: value, label, hint, icon: Users, run: () => {} })),
      },
      {
        heading: t('palette.commands'),
        rows: fits(t('keys.help')) ? [{ id: 'keys', label: t('keys.help'), keys: '?', run: () => {} }] : [],
      },
    ].filter(({ rows }) => rows.length > 0),
  )
  return (
    <Finder
      open={props.open}
      label={t('palette.label')}
      text={text()}
      onText={setText}
      groups={groups()}
      nothing={t('palette.nothing')}
      filters={(toField) => (
        <FinderFilters
          isShown
          label="FinderFilters"
          every={t('palette.everywhere')}
          kinds={[
            { id: 'orders', label: t('records.orders.many'), count: 40 },
            { id: 'customers', label: t('records.customers.many'), count: MANY.length },
          ]}
          kind={kind()}
          onKind={setKind}
          whose={t('palette.anybody')}
          isSomebody={false}
          onWhose={() => {}}
          onDone={toField}
        />
      )}
      onClose={props.onClose}
    />
  )
}
