import type { AccountSide } from '../../../../shared/letters/accounts.ts'
import type { MailPlace } from '../../../../shared/letters/services.ts'
import { TLS_MODES, type TlsMode } from '../../../../shared/messages/sending.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface ServerFieldsProps {
  readonly side: AccountSide
  readonly server: MailPlace
  readonly error: string | undefined
  readonly put: (server: MailPlace) => unknown
}

/** Where a server is, and how the line to it is kept secret. */
export function ServerFields(props: ServerFieldsProps) {
  const { t } = useWords()
  const put = (values: Partial<MailPlace>) => props.put({ ...props.server, ...values })
  return (
    <>
      <TextField
        required
        label={t(`mailAccounts.${props.side}.host`)}
        error={props.error}
        value={props.server.host || null}
        onCommit={(host) => put({ host: host ?? '' })}
      />
      <NumberField
        label={t(`mailAccounts.${props.side}.port`)}
        value={props.server.port}
        min={1}
        max={65_535}
        onCommit={(port) => port !== null && put({ port })}
      />
      <Select
        label={t(`mailAccounts.${props.side}.tls`)}
        value={props.server.tls}
        options={TLS_MODES.map((value) => ({ value, label: t(`sending.tls.${value}`) }))}
        onCommit={(tls) => put({ tls: tls as TlsMode })}
      />
    </>
  )
}
