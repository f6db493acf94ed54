import type { CollectionConfig } from 'payload'
import type { GovernedCollection } from '../vocabulary.js'
import { publicId } from './fields/publicId.js'
import { holdBackPlanned, planEndpoint } from './plan.js'
import { publicationEndpoint } from './publicationState.js'
import { recordWhatIsPublic } from './recordWhatIsPublic.js'
import { refuseOddShapes } from './refuseOddShapes.js'
import { refuseBulk, refuseToDeletePublic, refuseToTrashPublic } from './refuseRemoval.js'
import { takeDownEndpoints } from './takeDown.js'

type GovernedConfig = CollectionConfig & { slug: GovernedCollection }

/**
 * Puts a collection under the archive: what becomes public is recorded, what is public is taken down only by a record,
 * and Payload's versions serve drafts alone.
 */
export const governed = (config: GovernedConfig): CollectionConfig => ({
  ...config,
  trash: true,
  disableBulkEdit: true,
  versions: { maxPerDoc: 50, drafts: { autosave: { interval: 2_000 }, schedulePublish: false, validate: false } },
  hooks: {
    ...config.hooks,
    beforeOperation: [refuseBulk, refuseOddShapes, ...(config.hooks?.beforeOperation ?? [])],
    beforeChange: [...(config.hooks?.beforeChange ?? []), refuseToTrashPublic, holdBackPlanned],
    afterChange: [...(config.hooks?.afterChange ?? []), recordWhatIsPublic],
    beforeDelete: [refuseToDeletePublic, ...(config.hooks?.beforeDelete ?? [])],
  },
  endpoints: [
    ...(config.endpoints || []),
    publicationEndpoint(config.slug),
    planEndpoint(config.slug),
    ...takeDownEndpoints(config.slug),
  ],
  admin: {
    ...config.admin,
    hideAPIURL: true,
    components: {
      ...config.admin?.components,
      edit: {
        ...config.admin?.components?.edit,
        PublishButton: '/src/admin/PublishButton.tsx#PublishButton',
        UnpublishButton: '/src/admin/NoUnpublish.tsx#NoUnpublish',
        beforeDocumentControls: [
          // First what may be urgent: on a telephone the row scrolls.
          '/src/admin/TakeDownButtons.tsx#TakeDownButtons',
          '/src/admin/CancelPlanButton.tsx#CancelPlanButton',
          ...(config.slug === 'editions' ? ['/src/admin/EditionButtons.tsx#EditionButtons'] : []),
        ],
        Status: '/src/admin/PublicationStatus.tsx#PublicationStatus',
      },
    },
  },
  fields: [publicId, ...config.fields],
})
