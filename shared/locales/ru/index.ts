import { account } from './account/account.ts'
import { devices } from './account/devices.ts'
import { profile } from './account/profile.ts'
import { trust } from './account/trust.ts'
import { common } from './common.ts'
import { demo } from './demo.ts'
import { errors } from './errors.ts'
import { grid } from './frame/grid.ts'
import { help } from './frame/help.ts'
import { keys } from './frame/keys.ts'
import { notices } from './frame/notices.ts'
import { palette } from './frame/palette.ts'
import { presence } from './frame/presence.ts'
import { richText } from './frame/rich-text.ts'
import { shell } from './frame/shell.ts'
import { apart } from './kept/apart.ts'
import { changes } from './kept/changes.ts'
import { data } from './kept/data.ts'
import { discussion } from './kept/discussion.ts'
import { erasures } from './kept/erasures.ts'
import { files } from './kept/files.ts'
import { history } from './kept/history.ts'
import { keeping } from './kept/keeping.ts'
import { trash } from './kept/trash.ts'
import { records } from './records.ts'
import { acts } from './work/acts.ts'
import { board } from './work/board.ts'
import { calendar } from './work/calendar.ts'
import { calling } from './work/calling.ts'
import { customFields } from './work/custom-fields.ts'
import { customers } from './work/customers.ts'
import { events } from './work/events.ts'
import { exchange } from './work/exchange.ts'
import { features } from './work/features.ts'
import { firstSteps } from './work/first-steps.ts'
import { funnel } from './work/funnel.ts'
import { goods } from './work/goods.ts'
import { home } from './work/home.ts'
import { importing } from './work/importing.ts'
import { invoices } from './work/invoices.ts'
import { jobs } from './work/jobs.ts'
import { lists } from './work/lists.ts'
import { mail } from './work/mail.ts'
import { mailAccounts } from './work/mail-accounts.ts'
import { mailings } from './work/mailings.ts'
import { messages } from './work/messages.ts'
import { missedCalls } from './work/missed-calls.ts'
import { myPhone } from './work/my-phone.ts'
import { orders } from './work/orders.ts'
import { papers } from './work/papers.ts'
import { parameters } from './work/parameters.ts'
import { phones } from './work/phones.ts'
import { planFact } from './work/plan-fact.ts'
import { planGrid } from './work/plan-grid.ts'
import { plans } from './work/plans.ts'
import { reminders } from './work/reminders.ts'
import { repeats } from './work/repeats.ts'
import { reports } from './work/reports.ts'
import { risks } from './work/risks.ts'
import { rules } from './work/rules.ts'
import { segments } from './work/segments.ts'
import { sending } from './work/sending.ts'
import { settings } from './work/settings.ts'
import { shop } from './work/shop.ts'
import { site } from './work/site.ts'
import { siteSetup } from './work/site-setup.ts'
import { statement } from './work/statement.ts'
import { timeline } from './work/timeline.ts'
import { trade } from './work/trade.ts'

/** The Russian dictionary. It gives all dictionaries their shape. */
export const ru = {
  account,
  acts,
  apart,
  board,
  calendar,
  calling,
  changes,
  common,
  customers,
  customFields,
  data,
  demo,
  devices,
  discussion,
  errors,
  events,
  mailings,
  missedCalls,
  myPhone,
  exchange,
  features,
  files,
  firstSteps,
  funnel,
  home,
  goods,
  grid,
  help,
  history,
  importing,
  invoices,
  jobs,
  keeping,
  erasures,
  keys,
  lists,
  mail,
  mailAccounts,
  messages,
  notices,
  orders,
  palette,
  papers,
  parameters,
  planGrid,
  planFact,
  phones,
  plans,
  presence,
  profile,
  records,
  reminders,
  repeats,
  reports,
  richText,
  risks,
  rules,
  segments,
  sending,
  settings,
  shell,
  shop,
  site,
  siteSetup,
  statement,
  timeline,
  trade,
  trash,
  trust,
} as const
