import { builder } from './builder.js'
import './scalars.js'
import './document.js'
import './county.js'
import './topic.js'
import './strategy.js'
import './edition.js'
import './newsItem.js'
import './contact.js'
import './record.js'
import './richText.js'
import './media.js'
import './query.js'

/** The public contract. Printed to schema.graphql, where each change of it is reviewed. */
export const schema = builder.toSchema()
