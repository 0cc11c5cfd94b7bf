import * as v from 'valibot'
import type { Facts, Finding } from '../finding.ts'

const SOURCE = 'ЕГРЮЛ'

/** An element of the register’s extract as JSON: its attributes, and elements by their names; several of one name are an array. */
type Element = { readonly [name: string]: unknown }

const Elements = v.record(v.string(), v.unknown())

/**
 * Reads an extract of the state’s register as JSON: the elements of the tax service’s own format (СвЮЛ of a company, СвИП of a sole
 * trader), attributes under `@attributes`. A body of no such element is not understood; an empty one knows no such INN.
 */
export function readEgrul(answer: unknown, inn: string): Finding {
  const whole = elementOf(answer)
  if (!whole) return { is: 'failed', trouble: 'notUnderstood', said: '' }
  if (Object.keys(whole).length === 0) return { is: 'unknown', source: SOURCE }
  const [company, trader] = [child(whole, 'СвЮЛ'), child(whole, 'СвИП')]
  const facts = company ? ofCompany(company) : trader ? ofTrader(trader) : null
  if (!facts) return { is: 'failed', trouble: 'notUnderstood', said: '' }
  return facts.inn === inn ? { is: 'found', facts, source: SOURCE } : { is: 'unknown', source: SOURCE }
}

function ofCompany(own: Element): Facts {
  const names = child(own, 'СвНаимЮЛ')
  const head = child(own, 'СведДолжнФЛ')
  const ended = attribute(child(own, 'СвПрекрЮЛ'), 'ДатаПрекрЮЛ')
  const capital = attribute(child(own, 'СвУстКап'), 'СумКап')
  return {
    inn: attribute(own, 'ИНН'),
    kpp: attribute(own, 'КПП'),
    ogrn: attribute(own, 'ОГРН'),
    name:
      attribute(child(names, 'СвНаимЮЛСокр'), 'НаимСокр') ??
      attribute(names, 'НаимЮЛСокр') ??
      attribute(names, 'НаимЮЛПолн'),
    fullName: attribute(names, 'НаимЮЛПолн'),
    address: addressOf(child(child(own, 'СвАдресЮЛ'), 'АдресРФ')),
    head: personOf(child(head, 'СвФЛ')),
    headPost: attribute(child(head, 'СвДолжн'), 'НаимДолжн'),
    state: stateOf(attribute(child(child(own, 'СвСтатус'), 'СвСтатус'), 'КодСтатусЮЛ'), ended),
    registered: attribute(own, 'ДатаОГРН'),
    ended,
    capital: capital === null || !Number.isFinite(Number(capital)) ? null : Math.round(Number(capital) * 100),
    activity: activityOf(own),
    branches: null,
    actual: attribute(own, 'ДатаВып'),
  }
}

function ofTrader(own: Element): Facts {
  const ended = attribute(child(child(own, 'СвПрекращ'), 'СвСтатус'), 'ДатаПрекращ')
  const name = personOf(child(own, 'СвФЛ'))
  return {
    inn: attribute(own, 'ИННФЛ'),
    kpp: null,
    ogrn: attribute(own, 'ОГРНИП'),
    name: name && `ИП ${name}`,
    fullName: name && `Индивидуальный предприниматель ${name}`,
    address: null,
    head: name,
    headPost: null,
    state: ended ? 'liquidated' : 'acting',
    registered: attribute(own, 'ДатаОГРНИП'),
    ended,
    capital: null,
    activity: activityOf(own),
    branches: null,
    actual: attribute(own, 'ДатаВып'),
  }
}

/** Codes of the register’s list of states (СЮЛСТ): those of liquidating, bankruptcy and reorganizing; the rest act. */
function stateOf(code: string | null, ended: string | null): Facts['state'] {
  if (ended) return 'liquidated'
  const number = Number(code ?? '0')
  if (number === 101) return 'liquidating'
  if (number >= 113 && number <= 118) return 'bankrupt'
  if (number >= 121 && number <= 139) return 'reorganizing'
  return 'acting'
}

function activityOf(own: Element): string | null {
  const main = child(child(own, 'СвОКВЭД'), 'СвОКВЭДОсн')
  return joined([attribute(main, 'КодОКВЭД'), attribute(main, 'НаимОКВЭД')], ' ')
}

function addressOf(address: Element | null): string | null {
  if (!address) return null
  const places = ['Регион', 'Район', 'Город', 'НаселПункт', 'Улица'].map((name) => placeOf(child(address, name), name))
  return joined(
    [attribute(address, 'Индекс'), ...places, ...['Дом', 'Корпус', 'Кварт'].map((name) => attribute(address, name))],
    ', ',
  )
}

function placeOf(place: Element | null, name: string): string | null {
  return joined([attribute(place, `Тип${name}`), attribute(place, `Наим${name}`)], ' ')
}

function personOf(person: Element | null): string | null {
  // Of a sole trader they stand one deeper.
  const own = child(person, 'ФИОРус') ?? person
  return joined(
    ['Фамилия', 'Имя', 'Отчество'].map((name) => attribute(own, name)),
    ' ',
  )
}

function child(of: Element | null, name: string): Element | null {
  const found = of?.[name]
  return elementOf(Array.isArray(found) ? found[0] : found)
}

function attribute(of: Element | null, name: string): string | null {
  const value = elementOf(of?.['@attributes'])?.[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function elementOf(value: unknown): Element | null {
  return v.is(Elements, value) && !Array.isArray(value) ? value : null
}

function joined(parts: readonly (string | null)[], by: string): string | null {
  return parts.filter((part) => part !== null).join(by) || null
}
