import type { CollectionConfig } from 'payload'
import { mediaAccess } from '../src/access/rules.js'
import { checkbox } from '../src/workflow/fields/contactDetails.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { owner } from '../src/workflow/fields/owned.js'
import { publicId } from '../src/workflow/fields/publicId.js'
import { validateAlt } from '../src/workflow/fields/validateAlt.js'
import { words } from '../src/workflow/fields/words.js'
import { refuseOddShapes } from '../src/workflow/refuseOddShapes.js'
import { refuseBulk, refuseToDeleteArchived } from '../src/workflow/refuseRemoval.js'
import { keepFilesByContent } from '../src/workflow/keepFiles.js'

const webp = { options: { quality: 82 }, format: 'webp' } as const

/** @param staticDir where Payload keeps its own copies; those that the archive names lie by content. */
export const mediaIn = (staticDir: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: words('Fil', 'File'), plural: words('Bilder och filer', 'Images and files') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'owner', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'credit'],
    group: words('Innehåll', 'Content'),
  },
  access: mediaAccess,
  disableBulkEdit: true,
  upload: {
    staticDir,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'application/pdf'],
    focalPoint: true,
    crop: true,
    adminThumbnail: 'thumb',
    imageSizes: [
      { name: 'thumb', width: 320, formatOptions: webp },
      { name: 'card', width: 640, formatOptions: webp },
      { name: 'wide', width: 1280, formatOptions: webp },
      { name: 'full', width: 1920, formatOptions: webp },
    ],
  },
  hooks: {
    beforeOperation: [refuseBulk, refuseOddShapes, speakSwedishByDefault],
    beforeChange: [keepFilesByContent],
    beforeDelete: [refuseToDeleteArchived],
  },
  fields: [
    publicId,
    {
      name: 'alt',
      type: 'text',
      localized: true,
      label: words('Alternativtext', 'Alternative text'),
      validate: validateAlt,
      admin: {
        condition: (data) => data?.['decorative'] !== true,
        description: words(
          'Beskriv för den som inte ser bilden vad den visar. Behövs inte för pdf.',
          'Describe what the image shows to somebody who cannot see it. Not needed for a PDF.',
        ),
      },
    },
    checkbox('decorative', 'Bara dekoration', 'Decoration only', {
      sv: 'Bilden säger inget som inte står i texten. Skärmläsare hoppar över den.',
      en: 'The image says nothing that the text does not. Screen readers skip it.',
    }),
    {
      name: 'credit',
      type: 'text',
      label: words('Fotograf eller upphov', 'Photographer or source'),
    },
    {
      name: 'contentFiles',
      type: 'json',
      hidden: true,
      access: { create: () => false, update: () => false },
      admin: { hidden: true, disabled: true },
    },
    owner,
  ],
})
