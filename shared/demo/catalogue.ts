interface Product {
  readonly name: string
  readonly type: 'goods' | 'service' | 'work'
  readonly category: string
  readonly unit: string
  /** Rubles. */
  readonly price: number
  readonly article?: string
}

const KITCHENS = 'Кухни'
const WORKTOPS = 'Столешницы'
const SINKS = 'Мойки и смесители'
const APPLIANCES = 'Техника'
const FITTINGS = 'Фурнитура'
const FURNITURE = 'Столы и стулья'
const SERVICES = 'Услуги'

/** What the kitchen maker sells, by id. A kitchen's price is for the project as it is usually ordered. */
export const CATALOGUE = {
  loft: {
    name: 'Кухня «Лофт», дуб',
    type: 'goods',
    category: KITCHENS,
    unit: 'компл',
    price: 186_000,
    article: 'К-101',
  },
  nordic: {
    name: 'Кухня «Норд», ясень',
    type: 'goods',
    category: KITCHENS,
    unit: 'компл',
    price: 142_000,
    article: 'К-102',
  },
  classic: {
    name: 'Кухня «Классика», массив',
    type: 'goods',
    category: KITCHENS,
    unit: 'компл',
    price: 264_000,
    article: 'К-103',
  },
  modern: {
    name: 'Кухня «Модерн», эмаль',
    type: 'goods',
    category: KITCHENS,
    unit: 'компл',
    price: 208_000,
    article: 'К-104',
  },
  compact: {
    name: 'Кухня «Компакт», пленка',
    type: 'goods',
    category: KITCHENS,
    unit: 'компл',
    price: 79_000,
    article: 'К-105',
  },
  island: {
    name: 'Остров с барной стойкой',
    type: 'goods',
    category: KITCHENS,
    unit: 'шт',
    price: 64_000,
    article: 'К-201',
  },
  topOak: { name: 'Столешница, дуб', type: 'goods', category: WORKTOPS, unit: 'м', price: 12_400, article: 'С-301' },
  topStone: {
    name: 'Столешница, искусственный камень',
    type: 'goods',
    category: WORKTOPS,
    unit: 'м',
    price: 18_900,
    article: 'С-302',
  },
  topPlastic: {
    name: 'Столешница, пластик',
    type: 'goods',
    category: WORKTOPS,
    unit: 'м',
    price: 4_350,
    article: 'С-303',
  },
  sinkSteel: {
    name: 'Мойка стальная 60 см',
    type: 'goods',
    category: SINKS,
    unit: 'шт',
    price: 5_990,
    article: 'М-401',
  },
  sinkStone: { name: 'Мойка гранитная', type: 'goods', category: SINKS, unit: 'шт', price: 14_200, article: 'М-402' },
  tap: { name: 'Смеситель с душем', type: 'goods', category: SINKS, unit: 'шт', price: 6_450, article: 'М-403' },
  hood: {
    name: 'Вытяжка встраиваемая',
    type: 'goods',
    category: APPLIANCES,
    unit: 'шт',
    price: 15_900,
    article: 'Т-501',
  },
  hob: { name: 'Варочная панель', type: 'goods', category: APPLIANCES, unit: 'шт', price: 22_372, article: 'Т-502' },
  oven: { name: 'Духовой шкаф', type: 'goods', category: APPLIANCES, unit: 'шт', price: 34_500, article: 'Т-503' },
  hinge: { name: 'Петля с доводчиком', type: 'goods', category: FITTINGS, unit: 'шт', price: 414, article: 'Ф-601' },
  handle: { name: 'Ручка-скоба', type: 'goods', category: FITTINGS, unit: 'шт', price: 690, article: 'Ф-602' },
  drawer: {
    name: 'Ящик с плавным закрыванием',
    type: 'goods',
    category: FITTINGS,
    unit: 'шт',
    price: 2_242,
    article: 'Ф-603',
  },
  light: {
    name: 'Подсветка рабочей зоны',
    type: 'goods',
    category: FITTINGS,
    unit: 'компл',
    price: 3_200,
    article: 'Ф-604',
  },
  table: {
    name: 'Стол обеденный раздвижной',
    type: 'goods',
    category: FURNITURE,
    unit: 'шт',
    price: 26_695,
    article: 'Ж-701',
  },
  chair: { name: 'Стул «Скандия»', type: 'goods', category: FURNITURE, unit: 'шт', price: 5_000, article: 'Ж-702' },
  stool: { name: 'Табурет барный', type: 'goods', category: FURNITURE, unit: 'шт', price: 4_176, article: 'Ж-703' },
  measuring: { name: 'Выезд замерщика', type: 'service', category: SERVICES, unit: 'усл', price: 1_500 },
  project: { name: 'Дизайн-проект', type: 'service', category: SERVICES, unit: 'усл', price: 9_000 },
  delivery: { name: 'Доставка', type: 'service', category: SERVICES, unit: 'усл', price: 1_900 },
  courier: { name: 'Доставка курьером', type: 'service', category: SERVICES, unit: 'усл', price: 350 },
  assembly: { name: 'Сборка и установка', type: 'work', category: SERVICES, unit: 'усл', price: 18_000 },
  plumbing: { name: 'Подключение мойки и смесителя', type: 'work', category: SERVICES, unit: 'усл', price: 3_500 },
  dismantling: { name: 'Демонтаж старой кухни', type: 'work', category: SERVICES, unit: 'усл', price: 6_000 },
} as const satisfies Readonly<Record<string, Product>>
export type ProductId = keyof typeof CATALOGUE
