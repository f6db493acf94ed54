// Raw node:http that answers every request with the same bytes: the measure for all else on this machine.
import http from 'node:http'

let bytes = Buffer.alloc(0)
const server = http.createServer((req, res) => {
  req.resume()
  req.on('end', () => {
    res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length })
    res.end(bytes)
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', (message) => {
  if (message.bytes !== undefined) bytes = Buffer.from(message.bytes)
  process.send({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss })
})
process.on('disconnect', () => process.exit(0))
