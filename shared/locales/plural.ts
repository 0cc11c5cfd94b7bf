import type { Language } from '../accounts/api.ts'

/** A phrase that depends on a number: Russian has one, few and many, English one and other; `other` is for the rest. */
export interface Plural {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

const RULES = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') } as const satisfies Readonly<
  Record<Language, Intl.PluralRules>
>

/** The form of the phrase that goes with `n`: 1 заказ, 2 заказа, 5 заказов, 1,5 заказа. */
export function pluralForm(language: Language, n: number, forms: Plural): string {
  const category = RULES[language].select(n)
  return (category === 'zero' || category === 'two' ? undefined : forms[category]) ?? forms.other
}
