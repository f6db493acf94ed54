import { GRAPHQL_POST } from '@payloadcms/next/routes'
import config from '../../../config.mjs'

export const POST = GRAPHQL_POST(config)
