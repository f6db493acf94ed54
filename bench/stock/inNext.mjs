// Stock Payload as it ships: inside Next, by the routes of its template. It has to be built before: see `buildInNext`.
// Usage: inNext.mjs FOLDER; PORT in the environment
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'

process.env.STOCK_FILE = path.join(path.resolve(process.argv[2]), 'stock.db')
const app = next({ dev: false, dir: fileURLToPath(new URL('next', import.meta.url)) })
await app.prepare()
http.createServer(app.getRequestHandler()).listen(Number(process.env.PORT), '127.0.0.1')
