import { FEATURES, LATER } from '../../../../shared/features/features.ts'
import { createSwitching } from '../../../records/features/switching.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { StepProps } from './props.ts'

/** What of the program the company begins with. */
export function FeaturesStep(props: StepProps) {
  const { t } = useWords()
  const switching = createSwitching()
  const all = async () => {
    const off = FEATURES.map(({ id }) => id).filter((id) => switching.off().has(id))
    if (off.length > 0) await switching.switchAll(off, true, t('features.sets.allDone'))
    props.onPass()
  }
  const small = () => switching.switchAll(LATER, false, t('features.sets.smallDone'))
  return (
    <>
      <div class="first-step-acts">
        <Button look="primary" onClick={() => void small()}>
          {t('features.sets.small')}
        </Button>
        <Button onClick={() => void all()}>{t('features.sets.all')}</Button>
      </div>
      <Link href="/settings/features">{t('firstSteps.steps.features.more')}</Link>
    </>
  )
}
