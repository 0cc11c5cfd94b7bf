import { For, Show } from 'solid-js'
import type { Rule } from '../../../../shared/rules/collections.ts'
import type { RuleProblem } from '../../../../shared/rules/problems.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface LackingProps {
  readonly rule: Rule
  readonly problems: readonly RuleProblem[]
}

/** What a rule lacks before it can do what it says. */
export function Lacking(props: LackingProps) {
  const { t } = useWords()
  const words = ({ code, action }: RuleProblem) => {
    const sentence = t(`rules.problems.${code}`)
    if (action === undefined) return sentence
    const n = props.rule.actions.findIndex(({ id }) => id === action) + 1
    return t('rules.lacking.inAction', { n, sentence })
  }
  const all = () => [...new Set(props.problems.map(words))]
  return (
    <Show when={all().length > 0}>
      <Banner look={props.rule.on ? 'warn' : 'info'}>
        <p>{t(props.rule.on ? 'rules.lacking.on' : 'rules.lacking.off')}</p>
        <ul class="rule-lacking">
          <For each={all()}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      </Banner>
    </Show>
  )
}
