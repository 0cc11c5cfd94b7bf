import { For } from 'solid-js'
import { Kbd } from '../ui/actions/link.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words/words.tsx'
import { MENU_ROWS } from './menu.ts'

/** The keys that work everywhere. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  const rows = () => [
    ...MENU_ROWS.flatMap((row) =>
      row.key ? [{ name: t(`shell.items.${row.id}`), keys: ['G', row.key.toUpperCase()] }] : [],
    ),
    { name: t('shell.keys.collapse'), keys: ['['] },
    { name: t('shell.keys.help'), keys: ['?'] },
  ]
  return (
    <Dialog open={props.open} title={t('shell.keys.title')} onClose={props.onClose}>
      <dl class="keys">
        <For each={rows()}>
          {(row) => (
            <div>
              <dt>{row.name}</dt>
              <dd>
                <For each={row.keys}>
                  {(key, index) => (
                    <>
                      {index() > 0 && <span class="dim">{t('shell.keys.next')}</span>}
                      <Kbd>{key}</Kbd>
                    </>
                  )}
                </For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  )
}
