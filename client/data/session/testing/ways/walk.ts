import type { CommandName } from '../../../../../shared/commands.ts'
import { CALENDAR_WAYS } from './calendar.ts'
import { CALL_WAYS } from './calls.ts'
import { COMMENT_WAYS, MESSAGE_WAYS } from './comments.ts'
import { FACT_WAYS } from './facts.ts'
import { FILE_WAYS } from './files.ts'
import { GOODS_WAYS } from './goods.ts'
import { JOB_WAYS } from './jobs.ts'
import { KIND_WAYS } from './kinds.ts'
import { LETTER_WAYS } from './letters.ts'
import { MAILING_WAYS } from './mailings.ts'
import { MISSED_WAYS } from './missed.ts'
import { NOTICE_WAYS } from './notices.ts'
import { ORDER_WAYS } from './orders.ts'
import { PLAN_WAYS } from './plans.ts'
import { RECORD_WAYS } from './records.ts'
import { RULE_WAYS } from './rules.ts'
import { SETTING_WAYS } from './settings.ts'
import type { Ways } from './way.ts'

/** Commands that undo does not take back, and why. */
export const NOT_UNDOABLE = {
  keepValue: 'changes no value: it says that another one was seen, and what was seen stays seen',
} as const satisfies { readonly [N in CommandName]?: string }

export type Undoable = Exclude<CommandName, keyof typeof NOT_UNDOABLE>

/** Every command that is undone, in each of the ways that it can be done. A new one does not compile before it stands here. */
export const WALK: Ways<Undoable> = {
  ...RECORD_WAYS,
  ...ORDER_WAYS,
  ...FACT_WAYS,
  ...KIND_WAYS,
  ...GOODS_WAYS,
  ...SETTING_WAYS,
  ...JOB_WAYS,
  ...COMMENT_WAYS,
  ...MESSAGE_WAYS,
  ...CALENDAR_WAYS,
  ...FILE_WAYS,
  ...NOTICE_WAYS,
  ...RULE_WAYS,
  ...PLAN_WAYS,
  ...LETTER_WAYS,
  ...CALL_WAYS,
  ...MISSED_WAYS,
  ...MAILING_WAYS,
}
