import type { Words } from '../words.ts'
import { account } from './account.ts'
import { acts } from './acts.ts'
import { apart } from './apart.ts'
import { board } from './board.ts'
import { changes } from './changes.ts'
import { common } from './common.ts'
import { customers } from './customers.ts'
import { data } from './data.ts'
import { demo } from './demo.ts'
import { devices } from './devices.ts'
import { errors } from './errors.ts'
import { funnel } from './funnel.ts'
import { goods } from './goods.ts'
import { history } from './history.ts'
import { importing } from './importing.ts'
import { keeping } from './keeping.ts'
import { keys } from './keys.ts'
import { lists } from './lists.ts'
import { orders } from './orders.ts'
import { palette } from './palette.ts'
import { people } from './people.ts'
import { presence } from './presence.ts'
import { profile } from './profile.ts'
import { records } from './records.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { trash } from './trash.ts'
import { trust } from './trust.ts'

/** The English dictionary. What lacks here does not compile. */
export const en: Words = {
  account,
  acts,
  apart,
  board,
  changes,
  common,
  customers,
  data,
  demo,
  devices,
  errors,
  funnel,
  goods,
  history,
  importing,
  keeping,
  keys,
  lists,
  orders,
  palette,
  people,
  presence,
  profile,
  records,
  settings,
  shell,
  trash,
  trust,
}
