import { Catalog } from '../../records/catalog.tsx'

/** «Покупатели». */
export default function CustomersScreen() {
  return (
    <Catalog
      collection="customers"
      home="/customers"
      columns={['name', 'phone', 'email', 'responsible', 'segment']}
      form={[
        'name',
        'type',
        'fullName',
        'inn',
        'kpp',
        'ogrn',
        'phone',
        'email',
        'address',
        'segment',
        'source',
        'responsible',
        'note',
      ]}
    />
  )
}
