import type { SiteCatalogue, SiteGroup, SiteProduct } from '../../../shared/site/catalogue.ts'
import { CATALOGUE } from '../../../sync-server/site/testing/samples.ts'

const [TOPS, BELOW] = [6, 10]
const WHAT = ['Стол', 'Стул', 'Шкаф', 'Тумба', 'Полка', 'Комод', 'Диван', 'Кровать']
const LOOK = ['дубовый', 'сосновый', 'белый', 'серый', 'складной', 'угловой', 'детский', 'садовый', 'узкий']
const TEXT = 'Собирается без инструмента за двадцать минут. Выдерживает сто двадцать килограммов.\n\nГарантия два года.'

/** A shop of so many goods in sixty groups; each has one of the pictures. */
export function largeCatalogue(count: number, pictures: readonly string[]): SiteCatalogue {
  const goods = Array.from({ length: count }, (_, at) => product(at, pictures[at % pictures.length] ?? ''))
  return { ...CATALOGUE, groups: groups(), goods }
}

function groups(): SiteGroup[] {
  return Array.from({ length: TOPS }, (_, top) => [
    { id: `g${top}`, slug: `razdel-${top}`, name: `Раздел ${top + 1}`, parent: null },
    ...Array.from({ length: BELOW }, (_, at) => ({
      ...{ id: `g${top}-${at}`, slug: `gruppa-${top}-${at}` },
      ...{ name: `Группа ${top + 1}.${at + 1}`, parent: `g${top}` },
    })),
  ]).flat()
}

function product(at: number, picture: string): SiteProduct {
  const name = `${WHAT[at % WHAT.length]} ${LOOK[at % LOOK.length]} ${100 + at}`
  return {
    ...{ id: `p${at}`, slug: `tovar-${at}`, name, article: `А-${100_000 + at}`, text: `${name}. ${TEXT}`, unit: 'шт' },
    ...{ group: `g${at % TOPS}-${at % BELOW}`, price: 150_000 + ((at * 7919) % 900_000), stock: 1_000_000_000 },
    pictures: [picture],
  }
}
