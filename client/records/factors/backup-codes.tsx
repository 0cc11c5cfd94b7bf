import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, For } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { copied } from '../../ui/inputs/typed/copied.ts'
import { useWords } from '../../ui/words/words.tsx'
import './factors.css'

/** Backup codes, shown this once: to be written down, printed or copied. */
export function BackupCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { t } = useWords()
  const [isCopied, setCopied] = createSignal(false)
  const copy = async () => setCopied(await copied(props.codes.join('\n')))
  return (
    <>
      <p>{t('profile.code.backupText')}</p>
      <ul class="backup-codes" aria-label={t('profile.code.backup')}>
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="factor-acts">
        <Button icon={isCopied() ? Check : Copy} onClick={() => void copy()}>
          {t(isCopied() ? 'common.copied' : 'profile.code.copyAll')}
        </Button>
        <Button look="primary" onClick={() => props.onKept()}>
          {t('profile.code.kept')}
        </Button>
      </div>
    </>
  )
}
