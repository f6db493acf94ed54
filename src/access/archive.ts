import type { Access } from 'payload'
import { hasRole } from './roles.js'

/** The archive's rows hold what was sealed and who did what: archivists read them, nobody else. */
export const mayReadArchive: Access = ({ req }) => hasRole(req.user, 'archivist')
