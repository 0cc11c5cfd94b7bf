import {
  type CounterpartyServiceKind,
  SERVICE_URLS,
  type ServiceChange,
  type ServiceView,
} from '../../../../shared/counterparties/service.ts'

/** How often companies are asked for anew where nobody says otherwise, days; and how many a day. */
const USUAL = { days: 30, perDay: 1000 }

/** The settings as they are typed; an empty key: the one that stands. */
export interface ServiceDraft {
  readonly kind: CounterpartyServiceKind
  readonly url: string
  readonly key: string
  readonly days: number
  readonly perDay: number
}

/** What a form of these settings begins with. */
export function serviceDraft(service: ServiceView['service']): ServiceDraft {
  if (!service) return { kind: 'dadata', url: SERVICE_URLS.dadata, key: '', ...USUAL }
  return { ...service, key: '' }
}

/** Another kind of service: at its usual address. */
export function ofKind(draft: ServiceDraft, kind: CounterpartyServiceKind): ServiceDraft {
  return kind === draft.kind ? draft : { ...draft, kind, url: SERVICE_URLS[kind], key: '' }
}

/** What is sent of it. */
export function serviceChange(draft: ServiceDraft): ServiceChange {
  return { ...draft, url: draft.url.trim(), key: draft.key === '' ? null : draft.key }
}
