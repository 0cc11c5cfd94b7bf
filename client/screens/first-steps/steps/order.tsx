import { useNavigate } from '@solidjs/router'
import { kinds } from '../../../../shared/orders/collections.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** The way to the first order: of the sort that the company has kinds of. */
export function OrderStep() {
  const { t } = useWords()
  const navigate = useNavigate()
  const all = createAll(kinds)
  const sort = () => (all().some((kind) => kind.sort === 'customer') ? 'customer' : 'work')
  return (
    <div class="first-step-acts">
      <Button look="primary" onClick={() => navigate(`/orders/${sort()}/draft/new`)}>
        {t('firstSteps.steps.order.begin')}
      </Button>
    </div>
  )
}
