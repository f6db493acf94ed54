import type { Field } from 'payload'
import { servicesOf } from '../../archive/write/services.js'

/** The public id of a document is its id here too: a UUID given by the service, never reused and never chosen. */
export const publicId: Field = {
  name: 'id',
  type: 'text',
  label: 'Id',
  admin: { hidden: true },
  hooks: {
    beforeValidate: [
      ({ operation, req, value }) => {
        if (operation !== 'create') return value
        // The demo content has ids of its own, so that it is known again whatever an editor has made of it.
        return req.context['via'] === 'seed' && value ? value : servicesOf(req.payload).newId()
      },
    ],
  },
}
