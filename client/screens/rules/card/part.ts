import type { Rule } from '../../../../shared/rules/collections.ts'

/** What the parts of a rule's card are given. */
export interface RulePartProps {
  readonly rule: Rule
  readonly readOnly: boolean
}
