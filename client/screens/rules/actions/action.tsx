import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, onMount, Show } from 'solid-js'
import type { Action } from '../../../../shared/rules/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import '../../../records/process/state-of.css'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { RulePartProps } from '../card/part.ts'
import { useActionProblems } from '../problems.ts'
import { createRuleWrites } from '../writing.ts'
import { ActionFields } from './fields.tsx'
import { createSummary } from './summary.ts'

/** What a row of a rule's actions is given. */
export interface ActionRowProps extends RulePartProps {
  readonly action: Action
  /** Where it stands, from 1. */
  readonly number: number
  /** Unfolded at first, its first field in the focus. */
  readonly isOpen: boolean
}

/** An action: what it does in a line, and unfolded all that it is to do. */
export function ActionRow(props: ActionRowProps) {
  const { t } = useWords()
  const summary = createSummary()
  const problems = useActionProblems(() => props.action)
  const isCoarse = createMedia(COARSE)
  const [isUnfolded, setUnfolded] = createSignal(props.isOpen)
  const name = () => (props.action.does ? t(choiceLabel('rules', 'does', props.action.does)) : t('common.nameless'))
  let details: HTMLDetailsElement | undefined
  onMount(() => {
    if (!props.isOpen || isCoarse()) return
    queueMicrotask(() => details?.querySelector<HTMLElement>('.action-body :is(input, textarea, button)')?.focus())
  })
  return (
    <details
      ref={details}
      class="action"
      open={props.isOpen}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <ChevronRight class="icon" aria-hidden="true" />
        <span class="action-words">
          <span>{t('rules.actions.numbered', { n: props.number, name: name() })}</span>
          <Show when={props.action.off}>
            <span class="tag">{t('rules.actions.isOff')}</span>
          </Show>
          <Show when={problems.isLacking()}>
            <span class="tag warn">{t('rules.actions.lacking')}</span>
          </Show>
          <span class="dim cut">{summary(props.action)}</span>
        </span>
      </summary>
      <Show when={isUnfolded()}>
        <fieldset class="action-body" aria-label={t('rules.actions.numbered', { n: props.number, name: name() })}>
          <ActionFields {...props} />
          <Show when={!props.readOnly}>
            <Foot {...props} name={name()} />
          </Show>
        </fieldset>
      </Show>
    </details>
  )
}

/** Switches it off, and takes it out. */
function Foot(props: ActionRowProps & { readonly name: string }) {
  const { t } = useWords()
  const acts = useActs()
  const writes = createRuleWrites(() => props.rule)
  const remove = () => {
    const args = { collection: 'rules', id: props.rule.id, list: 'actions', entry: props.action.id } as const
    void acts.run('removeEntry', args, t('common.entries.removed', { name: props.name }))
  }
  return (
    <div class="action-foot">
      <Checkbox
        label={t('rules.actions.off')}
        checked={props.action.off}
        onCommit={(off) => writes.setAction(props.action.id, { off })}
      />
      <Button size="small" look="ghost" onClick={remove}>
        {t('rules.actions.remove')}
      </Button>
    </div>
  )
}
