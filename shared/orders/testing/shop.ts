import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../commands.ts'
import { Failure, type FailureCode } from '../../errors.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { Desk } from '../../records/simulation/world/desk.ts'
import type { Transaction, Written } from '../../records/writing/transaction.ts'
import { orders } from '../collections.ts'
import { standingOf } from '../moves/moves.ts'

export const ORDER = derivedId('common', START, 'test', 'order')
export const OTHER = derivedId('common', START, 'test', 'other')

/** A desk with two kinds of order, their states, the reasons, and commands by name. */
export class Shop extends Desk {
  /** Runs a command; what it wrote. */
  do<N extends CommandName>(name: N, args: CommandArgs<N>): readonly Written[] {
    return this.run((tx) => command(name)(tx, args))
  }

  /** Runs a command; what it answers. */
  answer<N extends CommandName>(name: N, args: CommandArgs<N>): CommandResult<N> {
    return this.ask((tx) => command(name)(tx, args))
  }

  /** Runs a command that must be refused; the code, or null when it was not. */
  refusal<N extends CommandName>(name: N, args: CommandArgs<N>): FailureCode | null {
    try {
      this.do(name, args)
      return null
    } catch (error) {
      if (error instanceof Failure) return error.code
      throw error
    }
  }

  order(id = ORDER) {
    return this.row(orders, id)
  }

  /** The state that an order stands in. */
  state(id = ORDER): string | null {
    return standingOf(this.order(id)).state
  }
}

/** The table's commands differ in their arguments; the name says which, but the compiler does not follow it. */
function command<N extends CommandName>(name: N) {
  return COMMANDS[name] as (tx: Transaction, args: CommandArgs<N>) => CommandResult<N>
}

/** A shop with one order in its first state. */
export function shopWithOrder(name = 'A'): Shop {
  const shop = new Shop(name)
  const states = { new: { place: 'a0' }, measured: { place: 'a1' }, made: { place: 'a2' } }
  shop.do('createRecord', {
    collection: 'kinds',
    id: 'kitchens',
    values: { name: 'Kitchens', sort: 'customer', states },
  })
  shop.do('createRecord', {
    collection: 'kinds',
    id: 'repairs',
    values: { name: 'Repairs', states: { taken: { place: 'a0' } } },
  })
  shop.do('createRecord', { collection: 'reasons', id: 'price', values: { name: 'Price' } })
  shop.do('createRecord', { collection: 'reasons', id: 'other', values: { name: 'Other', other: true } })
  makeOrder(shop, ORDER)
  return shop
}

/** Makes an order of one line in its first state. */
export function makeOrder(shop: Shop, id: string): void {
  const lines = [{ text: 'Table', quantity: 2_000, price: 500 }]
  shop.do('createOrder', { id, fields: { sort: 'customer' }, lines, start: { kind: 'kitchens', state: 'new' } })
}
