// Stock Payload's own GraphQL and REST handlers, those that its Next routes call, straight on node:http: so nothing that
// Next costs is held against it, at start or at answering. Usage: serve.mjs FOLDER; PORT in the environment
import http from 'node:http'
import path from 'node:path'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints } from 'payload'
import { stockConfig } from './config.mjs'

const config = stockConfig(path.join(path.resolve(process.argv[2]), 'stock.db'))
await getPayload({ config })
const graphql = GRAPHQL_POST(config)

const server = http.createServer(async (req, res) => {
  const parts = []
  for await (const part of req) parts.push(part)
  const { method, headers } = req
  const url = `http://${headers.host}${req.url}`
  const request = new Request(url, { method, headers, ...(parts.length > 0 && { body: Buffer.concat(parts) }) })
  const response = await (req.url === '/api/graphql' ? graphql(request) : handleEndpoints({ config, request }))
  const bytes = Buffer.from(await response.arrayBuffer())
  res.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': bytes.length })
  res.end(bytes)
})
server.listen(Number(process.env.PORT), '127.0.0.1')
