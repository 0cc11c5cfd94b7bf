import type { Sending, SendingChange, ShownSecret } from '../../../../shared/messages/sending.ts'

/** What each form of the settings is given. */
export interface SendingFormProps {
  readonly settings: Sending<ShownSecret>
  readonly onSave: (change: SendingChange) => Promise<unknown>
}
