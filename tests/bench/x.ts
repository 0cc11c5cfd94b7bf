import { makeOrders } from './open/data-folder.ts'
makeOrders(5000)
console.log('made')
