import type { DemoWords } from '../process.ts'

export type ProductId = keyof DemoWords['products']

interface Product {
  readonly type: 'goods' | 'service' | 'work'
  readonly category: keyof DemoWords['categories']
  /** Where it is not called as the category. */
  readonly group?: keyof DemoWords['groups']
  readonly unit: keyof DemoWords['units']
  /** Rubles. */
  readonly price: number
  readonly article?: string
}

/** What the kitchen maker sells, by id. A kitchen's price is for the project as it is usually ordered. */
export const CATALOGUE: Readonly<Record<ProductId, Product>> = {
  loft: { type: 'goods', category: 'kitchens', unit: 'set', price: 186_000, article: 'K-101' },
  nordic: { type: 'goods', category: 'kitchens', unit: 'set', price: 142_000, article: 'K-102' },
  classic: { type: 'goods', category: 'kitchens', unit: 'set', price: 264_000, article: 'K-103' },
  modern: { type: 'goods', category: 'kitchens', unit: 'set', price: 208_000, article: 'K-104' },
  compact: { type: 'goods', category: 'kitchens', unit: 'set', price: 79_000, article: 'K-105' },
  island: { type: 'goods', category: 'kitchens', unit: 'piece', price: 64_000, article: 'K-201' },
  topOak: { type: 'goods', category: 'worktops', unit: 'metre', price: 12_400, article: 'W-301' },
  topStone: { type: 'goods', category: 'worktops', unit: 'metre', price: 18_900, article: 'W-302' },
  topPlastic: { type: 'goods', category: 'worktops', unit: 'metre', price: 4_350, article: 'W-303' },
  sinkSteel: { type: 'goods', category: 'sinks', unit: 'piece', price: 5_990, article: 'S-401' },
  sinkStone: { type: 'goods', category: 'sinks', unit: 'piece', price: 14_200, article: 'S-402' },
  tap: { type: 'goods', category: 'sinks', unit: 'piece', price: 6_450, article: 'S-403' },
  hood: { type: 'goods', category: 'appliances', unit: 'piece', price: 15_900, article: 'A-501' },
  hob: { type: 'goods', category: 'appliances', unit: 'piece', price: 22_372, article: 'A-502' },
  oven: { type: 'goods', category: 'appliances', unit: 'piece', price: 34_500, article: 'A-503' },
  hinge: { type: 'goods', category: 'fittings', unit: 'piece', price: 414, article: 'F-601' },
  handle: { type: 'goods', category: 'fittings', unit: 'piece', price: 690, article: 'F-602' },
  drawer: { type: 'goods', category: 'fittings', unit: 'piece', price: 2_242, article: 'F-603' },
  light: { type: 'goods', category: 'fittings', unit: 'set', price: 3_200, article: 'F-604' },
  table: { type: 'goods', category: 'furniture', unit: 'piece', price: 26_695, article: 'T-701' },
  chair: { type: 'goods', category: 'furniture', unit: 'piece', price: 5_000, article: 'T-702' },
  stool: { type: 'goods', category: 'furniture', unit: 'piece', price: 4_176, article: 'T-703' },
  measuring: { type: 'service', category: 'services', unit: 'service', price: 1_500 },
  project: { type: 'service', category: 'services', unit: 'service', price: 9_000 },
  delivery: { type: 'service', category: 'services', unit: 'service', price: 1_900 },
  courier: { type: 'service', category: 'services', unit: 'service', price: 350 },
  assembly: { type: 'work', category: 'services', unit: 'service', price: 18_000 },
  plumbing: { type: 'work', category: 'services', unit: 'service', price: 3_500 },
  dismantling: { type: 'work', category: 'services', unit: 'service', price: 6_000 },
  dishwasher: {
    type: 'goods',
    category: 'builtIn',
    group: 'appliances',
    unit: 'piece',
    price: 38_900,
    article: 'A-504',
  },
  baseUnit: { type: 'goods', category: 'modules', group: 'kitchens', unit: 'piece', price: 9_800, article: 'K-202' },
}
