/** What people asked of the publisher. Append-only. */
export const orderModel = {
  uid: 'plugin::newsroom.order' as const,
  singularName: 'order',
  tableName: 'newsroom_orders',
  attributes: {
    id: { type: 'increments' },
    number: { type: 'integer', column: { notNullable: true } },
    /** The order as JSON. */
    data: { type: 'text', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_orders_number', columns: ['number'], type: 'unique' }],
};
