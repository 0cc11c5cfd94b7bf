import Check from 'lucide-solid/icons/check'
import { type Component, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { StepId } from '../../../shared/first-steps/steps.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { CompanyStep } from './steps/company.tsx'
import { CustomersStep } from './steps/customers.tsx'
import { FeaturesStep } from './steps/features.tsx'
import { GoodsStep } from './steps/goods.tsx'
import { MoneyStep } from './steps/money.tsx'
import { OrderStep } from './steps/order.tsx'
import { PeopleStep } from './steps/people.tsx'
import { ProcessStep } from './steps/process.tsx'
import type { StepProps } from './steps/props.ts'

const INSIDE: { readonly [S in StepId]: Component<StepProps> } = {
  company: CompanyStep,
  money: MoneyStep,
  features: FeaturesStep,
  people: PeopleStep,
  process: ProcessStep,
  goods: GoodsStep,
  customers: CustomersStep,
  order: OrderStep,
}

interface StepFrameProps extends StepProps {
  readonly id: StepId
  /** Where it stands, from 1. */
  readonly number: number
  readonly isDone: boolean
  readonly isPassed: boolean
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** A step: what it is for, whether it is done, and unfolded what is to be done. */
export function Step(props: StepFrameProps) {
  const { t } = useWords()
  const isBefore = () => !props.isDone && !props.isPassed
  return (
    <li>
      <details
        class="first-step"
        classList={{ done: props.isDone }}
        open={props.isOpen}
        onToggle={(event) => event.currentTarget.open !== props.isOpen && props.onToggle(event.currentTarget.open)}
      >
        <summary>
          <span class="first-step-number" aria-hidden="true">
            <Show when={props.isDone} fallback={props.number}>
              <Check class="icon" />
            </Show>
          </span>
          <strong>{t(`firstSteps.steps.${props.id}.title`)}</strong>
          <Show when={!isBefore()}>
            <span class="dim first-step-state">{t(props.isDone ? 'firstSteps.done' : 'firstSteps.passed')}</span>
          </Show>
        </summary>
        <Show when={props.isOpen}>
          <div class="first-step-body">
            <p class="dim">{t(`firstSteps.steps.${props.id}.text`)}</p>
            <Dynamic component={INSIDE[props.id]} onPass={props.onPass} />
            <Show when={isBefore() && props.id !== 'order'}>
              <div>
                <Button size="small" look="ghost" onClick={() => props.onPass()}>
                  {t('firstSteps.pass')}
                </Button>
              </div>
            </Show>
          </div>
        </Show>
      </details>
    </li>
  )
}
