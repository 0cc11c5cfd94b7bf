import type { FeatureId } from '../../../shared/features/features.ts'

/** Where a feature is set up, or where it stands if there is nothing to set up. */
export const WAYS: { readonly [F in FeatureId]: string } = {
  workOrders: '/orders/work',
  invoices: '/invoices',
  plans: '/settings/scenarios',
  reports: '/settings/reports',
  counterparties: '/counterparties',
  segments: '/segments',
  mail: '/settings/mail',
  sms: '/settings/sending',
  telephony: '/settings/phones',
  mailings: '/mailings',
  site: '/site',
  jobs: '/jobs',
  calendar: '/calendar',
  rules: '/rules',
  exchange: '/exchange',
  organisations: '/settings/organisations',
  departments: '/settings/departments',
  projects: '/settings/projects',
  currencies: '/settings/currencies',
  customFields: '/settings/fields',
}
