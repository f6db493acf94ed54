import { readConfig } from './config.js'
import { editorialConfig } from './payload.js'

/** For the admin's build and for Payload's own commands, which look for a default export here. */
export default editorialConfig(readConfig())
