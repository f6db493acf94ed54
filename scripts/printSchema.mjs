// Writes schema.graphql, the public contract, from the code that answers by it. Run after a change of src/delivery/schema.
import { writeFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { buildServer } from './buildServer.mjs'

buildServer()
const { schema } = await import('../dist/src/delivery/schema/index.js')
writeFileSync(new URL('../schema.graphql', import.meta.url), `${printSchema(schema)}\n`)
