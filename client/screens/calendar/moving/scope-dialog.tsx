import { createSignal } from 'solid-js'
import type { Scope } from '../../../../shared/calendar/acts/change.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const SCOPES: readonly Scope[] = ['this', 'following', 'all']

export interface ScopeDialogProps {
  readonly destroys: boolean
  /** Null: nothing is done. */
  readonly onAnswer: (scope: Scope | null) => void
}

/** Which of a series is meant. */
export function ScopeDialog(props: ScopeDialogProps) {
  const { t } = useWords()
  const [scope, setScope] = createSignal<Scope>('this')
  return (
    <Dialog
      open
      title={t(props.destroys ? 'calendar.scope.remove' : 'calendar.scope.change')}
      onClose={() => props.onAnswer(null)}
      footer={
        <>
          <Button onClick={() => props.onAnswer(null)}>{t('common.cancel')}</Button>
          <Button look={props.destroys ? 'loss' : 'primary'} onClick={() => props.onAnswer(scope())}>
            {t(props.destroys ? 'common.remove' : 'common.edit')}
          </Button>
        </>
      }
    >
      <Segmented
        label={t('calendar.scope.which')}
        bare
        value={scope()}
        options={SCOPES.map((value) => ({ value, label: t(`calendar.scope.${value}`) }))}
        onCommit={setScope}
      />
    </Dialog>
  )
}
