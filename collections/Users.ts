import type { CollectionConfig } from 'payload'
import {
  endOtherSessions,
  refuseSelfService,
  requireLongPassword,
  takeAsLongForStrangers,
} from '../src/access/accountHooks.js'
import { administrators, administratorsField, hasAssignment, selfOrAdministrators } from '../src/access/staffRules.js'
import { countyOptions, roleOptions } from '../src/workflow/fields/options.js'
import { publicId } from '../src/workflow/fields/publicId.js'
import { neededWhen } from '../src/workflow/fields/validated.js'
import { refuseOddShapes } from '../src/workflow/refuseOddShapes.js'
import { words } from '../src/workflow/fields/words.js'

const needsCounty = (role: unknown): boolean => role === 'editor' || role === 'publisher'

/** @param secure whether the service is reached by https alone, so that the session may ask for it */
export const usersIn = (secure: boolean): CollectionConfig => ({
  slug: 'users',
  labels: { singular: words('Användare', 'User'), plural: words('Användare', 'Users') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    group: words('Administration', 'Administration'),
  },
  // Addresses are held back long before (limitLogins): a low number here would let anybody lock anybody out.
  auth: { maxLoginAttempts: 100, lockTime: 10 * 60 * 1000, cookies: { secure, sameSite: 'Lax' } },
  access: {
    admin: hasAssignment,
    read: selfOrAdministrators,
    create: administrators,
    update: selfOrAdministrators,
    delete: administrators,
    unlock: administrators,
  },
  disableBulkEdit: true,
  hooks: {
    beforeOperation: [refuseSelfService, refuseOddShapes, requireLongPassword, takeAsLongForStrangers],
    beforeChange: [endOtherSessions],
  },
  fields: [
    publicId,
    { name: 'name', type: 'text', required: true, label: words('Namn', 'Name') },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      label: words('E-post', 'E-mail'),
      access: { update: administratorsField },
    },
    {
      name: 'assignments',
      type: 'array',
      label: words('Uppdrag', 'Assignments'),
      labels: { singular: words('Uppdrag', 'Assignment'), plural: words('Uppdrag', 'Assignments') },
      saveToJWT: true,
      access: { create: administratorsField, update: administratorsField },
      admin: {
        description: words(
          'Redaktörer skriver utkast, publicister publicerar också. Arkivarier läser allt och ändrar inget.',
          'Editors write drafts, publishers also publish. Archivists read everything and change nothing.',
        ),
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'role',
              type: 'select',
              label: words('Roll', 'Role'),
              required: true,
              options: roleOptions,
              admin: { width: '50%' },
            },
            {
              name: 'county',
              type: 'select',
              label: words('Län', 'County'),
              options: countyOptions,
              validate: neededWhen(({ role }) => needsCounty(role), {
                sv: 'Välj det län som uppdraget gäller.',
                en: 'Choose the county of the assignment.',
              }),
              admin: { width: '50%', condition: (_data, row) => needsCounty(row?.['role']) },
            },
          ],
        },
      ],
    },
  ],
})
