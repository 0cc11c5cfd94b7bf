import type { Counterparty, ExchangeOrder } from '../../reading/commerceml/exchange.ts'

/** What a counterparty says, and the field of the customer that it goes to. */
export const PARTY_CELLS = {
  Наименование: 'name',
  Вид: 'type',
  ПолноеНаименование: 'fullName',
  ИНН: 'inn',
  КПП: 'kpp',
  Адрес: 'address',
  Телефон: 'phone',
  Почта: 'email',
} as const

/** Who buys: whoever is said to, else the first who is not said to sell. */
export function buyerOf({ parties }: Pick<ExchangeOrder, 'parties'>): Counterparty | null {
  const isRole = (role: string) => (party: Counterparty) => party.role?.trim().toLowerCase() === role
  return parties.find(isRole('покупатель')) ?? parties.find((party) => !isRole('продавец')(party)) ?? null
}

/** What tells a counterparty apart from others. */
export function partyKey({ id, inn, name }: Counterparty): string {
  return id ?? inn ?? name
}

export function partyCells(party: Counterparty): { readonly [C in keyof typeof PARTY_CELLS]: string } {
  const reached = (kind: RegExp) => party.contacts.find(({ name }) => kind.test(name))?.value ?? ''
  return {
    Наименование: party.name,
    Вид: typeOf(party),
    ПолноеНаименование: party.fullName ?? '',
    ИНН: party.inn ?? '',
    КПП: party.kpp ?? '',
    Адрес: party.address ?? '',
    Телефон: reached(/телефон|phone/i),
    Почта: reached(/почта|mail/i),
  }
}

/** An INN of ten digits, or a KPP, is a company's. */
function typeOf({ inn, kpp, fullName }: Counterparty): string {
  if (inn !== null) return inn.length === 10 ? 'company' : 'person'
  return kpp !== null || /(?<![\p{L}])(?:ооо|ао|зао|пао)(?![\p{L}])/iu.test(fullName ?? '') ? 'company' : 'person'
}
