import { A } from '@solidjs/router'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import Menu from 'lucide-solid/icons/menu'
import { createSignal, For } from 'solid-js'
import { IconOf } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { MenuGroup } from './menu.ts'
import './bottom-bar.css'

interface BottomBarProps {
  readonly menu: readonly MenuGroup[]
  readonly onHelp: () => void
}

/** The main items at a phone's lower edge, and behind «Еще» the whole menu with help. */
export function BottomBar(props: BottomBarProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  const help = () => {
    setOpen(false)
    props.onHelp()
  }
  return (
    <nav class="bottom-bar" aria-label={t('shell.menu')}>
      <For each={props.menu.flatMap(({ items }) => items).filter(({ short }) => short !== undefined)}>
        {(row) => (
          <A href={row.path} class="bottom-item" activeClass="here" inactiveClass="">
            <IconOf icon={row.icon} />
            {row.short && t(`shell.short.${row.short}`)}
          </A>
        )}
      </For>
      <button
        type="button"
        class="bottom-item"
        aria-haspopup="dialog"
        aria-expanded={isOpen()}
        onClick={() => setOpen(true)}
      >
        <IconOf icon={Menu} />
        {t('shell.more')}
      </button>
      <Dialog open={isOpen()} title={t('shell.menu')} onClose={() => setOpen(false)}>
        <For each={props.menu}>
          {(group) => (
            <section class="sheet-group">
              <h3>{t(`shell.groups.${group.id}`)}</h3>
              <For each={group.items}>
                {(row) => (
                  <A
                    href={row.path}
                    class={`side-item${row.isPart ? ' part' : ''}`}
                    activeClass="here"
                    inactiveClass=""
                    onClick={() => setOpen(false)}
                  >
                    <IconOf icon={row.icon} />
                    <span class="side-name">{t(`shell.items.${row.id}`)}</span>
                  </A>
                )}
              </For>
            </section>
          )}
        </For>
        <section class="sheet-group">
          <button type="button" class="side-item" onClick={help}>
            <IconOf icon={CircleHelp} />
            <span class="side-name">{t('help.open')}</span>
          </button>
        </section>
      </Dialog>
    </nav>
  )
}
