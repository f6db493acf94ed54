// Raw node:http that answers every request with the same bytes: the measure for all else on this machine. A GET is
// answered at once; of a POST the body is read first.
import http from 'node:http'

let bytes = Buffer.alloc(0)
const answer = (res) => {
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length })
  res.end(bytes)
}
const server = http.createServer((req, res) => {
  if (req.method === 'GET') return answer(res)
  const parts = []
  req.on('data', (part) => parts.push(part))
  req.on('end', () => {
    Buffer.concat(parts).toString()
    answer(res)
  })
})
process.on('message', (message) => {
  if (message.bytes !== undefined) bytes = Buffer.from(message.bytes, 'base64')
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
